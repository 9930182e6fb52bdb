package org.praxisdatenbank.revision;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Authorship.MadeBy;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJsonReader;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** The kept states of practices; {@link PracticeStore} writes them. Safe for use by any thread. */
public final class RevisionStore {
    private static final String LIST =
            """
            SELECT revision.number, revision.status, made, made_by, former.status AS former_status,
                   CASE WHEN former.record IS NOT NULL THEN ARRAY(
                        SELECT key
                          FROM jsonb_each(revision.record) AS now
                          FULL JOIN jsonb_each(former.record) AS old USING (key)
                         WHERE now.value IS DISTINCT FROM old.value) ELSE '{}' END AS changed
              FROM revision
              LEFT JOIN LATERAL (
                   SELECT status, record
                     FROM revision AS earlier
                    WHERE earlier.practice = revision.practice
                      AND earlier.number < revision.number
                    ORDER BY earlier.number DESC
                    LIMIT 1) AS former ON true
             WHERE practice = :id
               AND number < :below
             ORDER BY number DESC
             LIMIT :limit
            """;
    private static final String FIND =
            """
            SELECT number, status, made, made_by, record
              FROM revision
             WHERE practice = :id
               AND number = :number
            """;
    private static final String FIND_WITH_NAMES_OF_TODAY =
            """
            SELECT number, status, made, made_by, current_record(record) AS record
              FROM revision
             WHERE practice = :id
               AND number = :number
            """;
    private static final String BEFORE =
            """
            SELECT number, status, made, made_by, record
              FROM revision
             WHERE practice = :id
               AND number < :number
             ORDER BY number DESC
             LIMIT 1
            """;
    private static final String GONE_TERMS =
            """
            SELECT vocabulary, id
              FROM unnest(:vocabularies, :ids) AS wanted (vocabulary, id)
             WHERE NOT EXISTS (
                   SELECT FROM term WHERE term.vocabulary = wanted.vocabulary AND term.id = wanted.id)
            """;

    private final Jdbi jdbi;

    public RevisionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Revisions of a practice, newest first; none where there is no such practice.
     *
     * @param below only those with a lower number
     */
    public List<Listed> list(PracticeId id, long below, int limit) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("id", id.value())
                .bind("below", below)
                .bind("limit", limit)
                .map((row, ctx) -> new Listed(revision(row), event(row), RecordFields.inOrder(strings(row, "changed"))))
                .list());
    }

    /** One revision with the practice as it was then. */
    public Optional<Kept> find(PracticeId id, long number) {
        return jdbi.withHandle(db -> kept(db, FIND, id, number));
    }

    /** The same, but terms that have other names by now have those. */
    public Optional<Kept> findWithNamesOfToday(PracticeId id, long number) {
        return jdbi.withHandle(db -> kept(db, FIND_WITH_NAMES_OF_TODAY, id, number));
    }

    /** The one before that number; empty: nothing is kept of what was before. */
    public Optional<Kept> before(PracticeId id, long number) {
        return jdbi.withHandle(db -> kept(db, BEFORE, id, number));
    }

    private static Optional<Kept> kept(Handle db, String query, PracticeId id, long number) {
        return db.createQuery(query)
                .bind("id", id.value())
                .bind("number", number)
                .map((row, ctx) -> new Kept(revision(row), practice(row)))
                .findOne();
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong("number"),
                row.getString("status").equals("published"),
                Moment.of(row, "made"),
                MadeBy.of(row.getString("made_by")));
    }

    private static Event event(ResultSet row) throws SQLException {
        @Nullable String former = row.getString("former_status");
        if (former == null) {
            return Event.FIRST;
        }
        if (row.getString("status").equals("withdrawn")) {
            return Event.WITHDRAWN;
        }
        return former.equals("withdrawn") ? Event.PUBLISHED_AGAIN : Event.CHANGED;
    }

    private static Practice practice(ResultSet row) throws SQLException {
        return PracticeJsonReader.read(row.getString("record").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /**
     * Makes a practice what it was in a revision, by a new one; also one that is withdrawn, which is published again then.
     *
     * @param by its note should name the revision
     */
    public Restoration restore(PracticeId id, long number, Authorship by) {
        return jdbi.inTransaction(db -> {
            Optional<Kept> kept = kept(db, FIND_WITH_NAMES_OF_TODAY, id, number);
            if (kept.isEmpty()) {
                return new Restoration.NotKept();
            }
            Practice practice = kept.orElseThrow().practice();
            List<TermId> gone = goneTerms(db, practice);
            return gone.isEmpty() ? save(db, practice, by) : new Restoration.TermsGone(gone);
        });
    }

    private static Restoration save(Handle db, Practice practice, Authorship by) {
        if (PracticeStore.save(db, List.of(practice), by).unchanged() > 0) {
            return new Restoration.Unchanged();
        }
        StoredPractice stored = PracticeStore.get(db, practice.id());
        return new Restoration.Done(
                stored.version(), PracticeStore.transaction(db).orElseThrow());
    }

    /** Terms that it carries and that are in no list any more, in the order in which it carries them. */
    private static List<TermId> goneTerms(Handle db, Practice practice) {
        List<TermId> terms = terms(practice);
        return db.createQuery(GONE_TERMS)
                .bindArray(
                        "vocabularies",
                        String.class,
                        terms.stream().map(term -> term.vocabulary().id()).toList())
                .bindArray(
                        "ids", String.class, terms.stream().map(TermId::value).toList())
                .map((row, ctx) ->
                        new TermId(Vocabulary.of(row.getString("vocabulary")).orElseThrow(), row.getString("id")))
                .list();
    }

    private static List<TermId> terms(Practice practice) {
        Classification classification = practice.classification();
        return Stream.of(
                        Stream.of(classification.type()),
                        classification.terms().stream(),
                        classification.criteria().stream().map(Fulfilment::criterion),
                        Stream.ofNullable(practice.provenance().origin()))
                .flatMap(terms -> terms)
                .toList();
    }

    /**
     * A revision in the list of a practice's.
     *
     * @param changed fields of the record that differ from the revision before, in the record's order; none for the first
     */
    public record Listed(Revision revision, Event event, List<String> changed) {
        public Listed {
            changed = List.copyOf(changed);
        }
    }

    /** What happened to the practice. */
    public enum Event {
        /** Nothing is kept of what was before. */
        FIRST,
        CHANGED,
        WITHDRAWN,
        PUBLISHED_AGAIN
    }

    /** A revision with the practice as it was then. */
    public record Kept(Revision revision, Practice practice) {}
}
