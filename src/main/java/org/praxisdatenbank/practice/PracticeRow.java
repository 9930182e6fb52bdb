package org.praxisdatenbank.practice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads a row of {@link PracticeStore}'s query. */
final class PracticeRow {
    private PracticeRow() {}

    static StoredPractice read(ResultSet row) throws SQLException {
        Practice practice = new Practice(
                new PracticeId(row.getString("id")),
                new Wording(row.getString("title"), row.getString("summary"), row.getString("description")),
                new Carrier(row.getString("provider"), row.getString("place"), row.getString("postal_code")),
                classification(row),
                period(row),
                provenance(row));
        return new StoredPractice(
                practice, row.getLong("version"), Moment.of(row, "created"), Moment.of(row, "updated"));
    }

    private static Classification classification(ResultSet row) throws SQLException {
        return new Classification(
                new TermId(Vocabulary.TYPE, row.getString("type")),
                terms(row),
                criteria(row),
                new GoodPractice(
                        row.getObject("good_practice", Boolean.class),
                        row.getObject("good_practice_year", Integer.class),
                        ExampleTextJson.parse(row.getString("good_practice_description"))));
    }

    private static List<TermId> terms(ResultSet row) throws SQLException {
        @Nullable Object[] lists = array(row, "vocabularies");
        @Nullable Object[] ids = array(row, "ids");
        List<TermId> terms = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            terms.add(new TermId(Vocabulary.of(String.valueOf(lists[i])).orElseThrow(), String.valueOf(ids[i])));
        }
        return terms;
    }

    private static List<Fulfilment> criteria(ResultSet row) throws SQLException {
        @Nullable Object[] ids = array(row, "criteria");
        @Nullable Object[] levels = array(row, "levels");
        @Nullable Object[] notes = array(row, "notes");
        List<Fulfilment> criteria = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            criteria.add(new Fulfilment(
                    new TermId(Vocabulary.CRITERION, String.valueOf(ids[i])),
                    levels[i] instanceof Number level ? level.intValue() : null,
                    notes[i] instanceof String note ? note : null));
        }
        return criteria;
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(date(row.getString("started")), end(row));
    }

    private static Period.@Nullable End end(ResultSet row) throws SQLException {
        if (row.getBoolean("is_open_ended")) {
            return new Period.End.Open();
        }
        @Nullable PartialDate ended = date(row.getString("ended"));
        return ended == null ? null : new Period.End.On(ended);
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.of(text).orElseThrow();
    }

    private static Provenance provenance(ResultSet row) throws SQLException {
        @Nullable String origin = row.getString("origin");
        return new Provenance(
                row.getString("website"),
                row.getString("source_url"),
                origin == null ? null : new TermId(Vocabulary.ORIGIN, origin),
                row.getObject("confirmed", LocalDate.class));
    }

    /** An aggregate over no rows is null in SQL: no elements here. */
    private static @Nullable Object[] array(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }
}
