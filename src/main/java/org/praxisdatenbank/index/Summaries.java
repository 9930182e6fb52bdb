package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads back what a list of practices shows. */
final class Summaries {
    /** The lists whose terms a summary carries. */
    static final Set<Vocabulary> SHOWN =
            EnumSet.of(Vocabulary.TYPE, Vocabulary.STATE, Vocabulary.TOPIC, Vocabulary.CRITERION);

    private Summaries() {}

    /** What is stored of a document, without the record, which holds all of it again. */
    static Document stored(StoredFields fields, int document) throws IOException {
        DocumentStoredFieldVisitor shown = new DocumentStoredFieldVisitor() {
            @Override
            public Status needsField(FieldInfo field) {
                return field.name.equals(Fields.RECORD) ? Status.NO : Status.YES;
            }
        };
        fields.document(document, shown);
        return shown.getDocument();
    }

    /** @param document see {@link #stored} */
    static PracticeSummary of(Document document) {
        return new PracticeSummary(
                new PracticeId(text(document, Fields.ID)),
                new Wording(text(document, Fields.TITLE), text(document, Fields.SUMMARY), null),
                new Carrier(
                        document.get(Fields.PROVIDER),
                        document.get(Fields.PLACE_NAME),
                        document.get(Fields.POSTAL_CODE)),
                terms(document),
                goodPractice(document),
                period(document));
    }

    private static GoodPractice goodPractice(Document document) {
        @Nullable String passed = document.get(Fields.GOOD_PRACTICE);
        @Nullable String year = document.get(Fields.GOOD_PRACTICE_YEAR);
        return new GoodPractice(
                passed == null ? null : Boolean.valueOf(passed), year == null ? null : Integer.valueOf(year));
    }

    private static Period period(Document document) {
        @Nullable String start = document.get(Fields.START);
        @Nullable String end = document.get(Fields.END);
        return new Period(start == null ? null : date(start), end == null ? null : end(end));
    }

    private static Period.End end(String stored) {
        return stored.equals(Fields.OPEN) ? new Period.End.Open() : new Period.End.On(date(stored));
    }

    private static PartialDate date(String stored) {
        return PartialDate.of(stored)
                .orElseThrow(() -> new IllegalStateException("a document with the date " + stored));
    }

    private static String text(Document document, String field) {
        @Nullable String text = document.get(field);
        if (text == null) {
            throw new IllegalStateException("a document without " + field);
        }
        return text;
    }

    private static List<TermId> terms(Document document) {
        return Arrays.stream(document.getValues(Fields.TERM))
                .map(Summaries::term)
                .toList();
    }

    private static TermId term(String stored) {
        int space = stored.indexOf(' ');
        Vocabulary list = Vocabulary.of(stored.substring(0, space))
                .orElseThrow(() -> new IllegalStateException("a document with the term " + stored));
        return new TermId(list, stored.substring(space + 1));
    }
}
