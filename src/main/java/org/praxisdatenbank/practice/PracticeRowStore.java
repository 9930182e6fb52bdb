package org.praxisdatenbank.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.Period.End;
import org.praxisdatenbank.vocabulary.TermId;

/** Writes practices for {@link PracticeStore}: a handful of statements per batch, each given columns as arrays. */
final class PracticeRowStore {
    private static final String PROVIDERS =
            """
            INSERT INTO provider (name)
            SELECT DISTINCT name
              FROM unnest(:providers) AS given (name)
             WHERE name IS NOT NULL
                ON CONFLICT (name) DO NOTHING
            """;
    /** A row that this statement inserted has no xmax; one that it updated carries its own transaction there. */
    private static final String PRACTICES =
            """
            WITH written AS (
                INSERT INTO practice AS old (
                       id, type, title, summary, description, provider_id, place, postal_code,
                       good_practice, good_practice_year, good_practice_description, started, ended, is_open_ended,
                       website, source_url, origin, confirmed)
                SELECT given.id, type, title, summary, description, provider.id, place, postal_code,
                       good_practice, good_practice_year, good_practice_description, started, ended, is_open_ended,
                       website, source_url, origin, confirmed
                  FROM unnest(:ids, :types, :titles, :summaries, :descriptions, :providers, :places, :postalCodes,
                              :goodPractice, :goodPracticeYears, CAST(:examples AS jsonb[]), :started, :ended, :openEnded,
                              :websites, :sources, :origins, CAST(:confirmed AS date[]))
                       AS given (id, type, title, summary, description, provider, place, postal_code,
                              good_practice, good_practice_year, good_practice_description, started, ended, is_open_ended,
                              website, source_url, origin, confirmed)
                  LEFT JOIN provider ON provider.name = given.provider
                    ON CONFLICT (id) DO UPDATE
                   SET status = 'published', withdrawn_on = NULL, type = excluded.type, title = excluded.title,
                       summary = excluded.summary, description = excluded.description,
                       provider_id = excluded.provider_id, place = excluded.place, postal_code = excluded.postal_code,
                       good_practice = excluded.good_practice, good_practice_year = excluded.good_practice_year,
                       good_practice_description = excluded.good_practice_description,
                       started = excluded.started, ended = excluded.ended, is_open_ended = excluded.is_open_ended,
                       website = excluded.website, source_url = excluded.source_url, origin = excluded.origin,
                       confirmed = excluded.confirmed, version = old.version + 1, updated = now()
                RETURNING id, version, xmax = 0 AS is_new),
            logged AS (
                INSERT INTO change_log (practice, version)
                SELECT id, version
                  FROM written)
            SELECT id
              FROM written
             WHERE is_new
            """;

    private static final String CLEAR_TERMS =
            """
            DELETE FROM practice_term
             WHERE practice = ANY(:ids)
            """;
    private static final String CLEAR_CRITERIA =
            """
            DELETE FROM practice_criterion
             WHERE practice = ANY(:ids)
            """;
    private static final String TERMS =
            """
            INSERT INTO practice_term (practice, vocabulary, term, position)
            SELECT practice, vocabulary, term, position
              FROM unnest(:practices, :vocabularies, :terms, :positions)
                   AS given (practice, vocabulary, term, position)
            """;
    private static final String CRITERIA =
            """
            INSERT INTO practice_criterion (practice, criterion, position, level, note)
            SELECT practice, criterion, position, level, note
              FROM unnest(:practices, :criteria, :positions, :levels, :notes)
                   AS given (practice, criterion, position, level, note)
            """;

    private PracticeRowStore() {}

    /** Returns the ids that were not there before. */
    static List<PracticeId> write(Handle db, List<Practice> practices, Authorship by) {
        new Columns<>(db.createUpdate(PROVIDERS), practices)
                .texts("providers", practice -> practice.carrier().provider())
                .statement()
                .execute();
        List<PracticeId> inserted = practices(db, practices)
                .map((row, ctx) -> new PracticeId(row.getString("id")))
                .list();
        clearLists(db, practices, Set.copyOf(inserted));
        writeTerms(db, practices);
        writeCriteria(db, practices);
        RevisionRowStore.write(db, practices.stream().map(Practice::id).toList(), by);
        return inserted;
    }

    /** What was just inserted has none yet. */
    private static void clearLists(Handle db, List<Practice> practices, Set<PracticeId> inserted) {
        List<String> updated = practices.stream()
                .map(Practice::id)
                .filter(id -> !inserted.contains(id))
                .map(PracticeId::value)
                .toList();
        if (updated.isEmpty()) {
            return;
        }
        db.createUpdate(CLEAR_TERMS).bindArray("ids", String.class, updated).execute();
        db.createUpdate(CLEAR_CRITERIA).bindArray("ids", String.class, updated).execute();
    }

    private static Query practices(Handle db, List<Practice> practices) {
        return new Columns<>(db.createQuery(PRACTICES), practices)
                .texts("ids", practice -> practice.id().value())
                .texts("types", practice -> practice.classification().type().value())
                .texts("titles", practice -> practice.wording().title())
                .texts("summaries", practice -> practice.wording().summary())
                .texts("descriptions", practice -> practice.wording().description())
                .texts("providers", practice -> practice.carrier().provider())
                .texts("places", practice -> practice.carrier().place())
                .texts("postalCodes", practice -> practice.carrier().postalCode())
                .column("goodPractice", Boolean.class, practice -> goodPractice(practice)
                        .passed())
                .numbers("goodPracticeYears", practice -> goodPractice(practice).year())
                .texts(
                        "examples",
                        practice -> ExampleTextJson.text(goodPractice(practice).description()))
                .texts("started", practice -> text(practice.period().start()))
                .texts("ended", PracticeRowStore::ended)
                .column(
                        "openEnded",
                        Boolean.class,
                        practice -> practice.period().end() instanceof End.Open)
                .texts("websites", practice -> practice.provenance().website())
                .texts("sources", practice -> practice.provenance().sourceUrl())
                .texts("origins", practice -> origin(practice.provenance().origin()))
                .texts("confirmed", practice -> text(practice.provenance().confirmed()))
                .statement();
    }

    private static GoodPractice goodPractice(Practice practice) {
        return practice.classification().goodPractice();
    }

    private static @Nullable String ended(Practice practice) {
        return practice.period().end() instanceof End.On on ? on.date().text() : null;
    }

    private static @Nullable String origin(@Nullable TermId origin) {
        return origin == null ? null : origin.value();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void writeTerms(Handle db, List<Practice> practices) {
        List<Element<TermId>> terms =
                elements(practices, practice -> practice.classification().terms());
        new Columns<>(db.createUpdate(TERMS), terms)
                .texts("practices", Element::practice)
                .texts("vocabularies", term -> term.value().vocabulary().id())
                .texts("terms", term -> term.value().value())
                .numbers("positions", Element::position)
                .statement()
                .execute();
    }

    private static void writeCriteria(Handle db, List<Practice> practices) {
        List<Element<Fulfilment>> criteria =
                elements(practices, practice -> practice.classification().criteria());
        new Columns<>(db.createUpdate(CRITERIA), criteria)
                .texts("practices", Element::practice)
                .texts("criteria", criterion -> criterion.value().criterion().value())
                .numbers("positions", Element::position)
                .numbers("levels", criterion -> criterion.value().level())
                .texts("notes", criterion -> criterion.value().note())
                .statement()
                .execute();
    }

    private static <T> List<Element<T>> elements(List<Practice> practices, Function<Practice, List<T>> list) {
        List<Element<T>> elements = new ArrayList<>();
        for (Practice practice : practices) {
            int position = 0;
            for (T value : list.apply(practice)) {
                position++;
                elements.add(new Element<>(practice.id().value(), position, value));
            }
        }
        return elements;
    }

    /** One element of a list of a practice, at its place from 1. */
    private record Element<T>(String practice, int position, T value) {}

    /** Gives a statement its rows, one array a column. */
    private record Columns<S extends SqlStatement<S>, R>(S statement, List<R> rows) {
        Columns<S, R> texts(String name, Function<R, @Nullable String> value) {
            return column(name, String.class, value);
        }

        Columns<S, R> numbers(String name, Function<R, @Nullable Integer> value) {
            return column(name, Integer.class, value);
        }

        <T> Columns<S, R> column(String name, Class<T> type, Function<R, @Nullable T> value) {
            statement.bindArray(
                    name, type, rows.stream().<@Nullable Object>map(value).toList());
            return this;
        }
    }
}
