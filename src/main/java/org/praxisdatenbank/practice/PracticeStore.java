package org.praxisdatenbank.practice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.praxisdatenbank.problem.Problem;

/**
 * Practices in the database; safe for use by any thread. Every change writes its revisions and its rows of the change log,
 * for the followers that keep the index, in the same transaction.
 */
public final class PracticeStore {
    private static final String SELECT =
            """
            SELECT practice.id, type, title, summary, description, provider.name AS provider, place, postal_code,
                   good_practice, good_practice_year, good_practice_description, started, ended, is_open_ended,
                   website, source_url, origin, confirmed, version, created, updated,
                   terms.vocabularies, terms.ids, criteria.criteria, criteria.levels, criteria.notes
              FROM practice
              LEFT JOIN provider ON provider.id = practice.provider_id
              LEFT JOIN LATERAL (
                   SELECT array_agg(vocabulary ORDER BY vocabulary, position) AS vocabularies,
                          array_agg(term ORDER BY vocabulary, position) AS ids
                     FROM practice_term
                    WHERE practice_term.practice = practice.id) AS terms ON true
              LEFT JOIN LATERAL (
                   SELECT array_agg(criterion ORDER BY position) AS criteria,
                          array_agg(level ORDER BY position) AS levels,
                          array_agg(note ORDER BY position) AS notes
                     FROM practice_criterion
                    WHERE practice_criterion.practice = practice.id) AS criteria ON true
             WHERE status = 'published'
            """;
    private static final String FIND_ALL = SELECT + " AND practice.id = ANY(:ids)";
    private static final String ALL_IN_ORDER = SELECT + " ORDER BY practice.id";
    private static final String COUNT =
            """
            SELECT count(*)
              FROM practice
             WHERE status = 'published'
            """;
    private static final String COUNT_OF =
            """
            SELECT count(*)
              FROM practice
             WHERE status = 'published'
               AND id = ANY(:ids)
            """;
    private static final String TRANSACTION =
            """
            SELECT pg_current_xact_id_if_assigned()::text::bigint
            """;
    private static final String IS_EMPTY = """
            SELECT NOT EXISTS (SELECT FROM practice)
            """;
    private static final String WITHDRAWN_ON =
            """
            SELECT withdrawn_on
              FROM practice
             WHERE id = :id
               AND status = 'withdrawn'
            """;
    private static final String WITHDRAW =
            """
            WITH changed AS (
                UPDATE practice
                   SET status = 'withdrawn', withdrawn_on = :today, version = version + 1, updated = now()
                 WHERE id = :id
                   AND status = 'published'
                RETURNING id, version)
            INSERT INTO change_log (practice, version)
            SELECT id, version
              FROM changed
            """;
    private static final String WITHDRAW_ALL =
            """
            WITH changed AS (
                UPDATE practice
                   SET status = 'withdrawn', withdrawn_on = :today, version = version + 1, updated = now()
                 WHERE id = ANY(:ids)
                   AND status = 'published'
                RETURNING id, version),
            logged AS (
                INSERT INTO change_log (practice, version)
                SELECT id, version
                  FROM changed)
            SELECT id
              FROM changed
            """;
    private static final String DESCRIPTIONS =
            """
            SELECT id, good_practice_description
              FROM practice
             WHERE id = ANY(:ids)
               AND good_practice_description IS NOT NULL
            """;
    private static final String KNOWN =
            """
            SELECT id
              FROM practice
             WHERE id = ANY(:ids)
            """;
    /** Rows that a cursor fetches at a time. */
    private static final int FETCH_SIZE = 500;

    private final Jdbi jdbi;

    public PracticeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The published practice; raises {@link Problem.Gone} for a withdrawn one, {@link Problem.NotFound} for none. */
    public StoredPractice get(PracticeId id) {
        return jdbi.withHandle(db -> get(db, id));
    }

    /**
     * The same as it stands in a transaction.
     *
     * @param transaction decides what is seen
     */
    public static StoredPractice get(Handle transaction, PracticeId id) {
        return find(transaction, List.of(id)).stream().findFirst().orElseThrow(() -> withdrawnOn(transaction, id)
                .<Problem>map(since -> new Problem.Gone("practice", id.value(), since))
                .orElseGet(() -> new Problem.NotFound("practice", id.value()))
                .raise());
    }

    private static Optional<LocalDate> withdrawnOn(Handle db, PracticeId id) {
        return db.createQuery(WITHDRAWN_ON)
                .bind("id", id.value())
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** Those of the named practices that are published, in no particular order. */
    public List<StoredPractice> find(Collection<PracticeId> ids) {
        return jdbi.withHandle(db -> find(db, ids));
    }

    /**
     * The same as it stands in a transaction.
     *
     * @param transaction decides what is seen
     */
    public static List<StoredPractice> find(Handle transaction, Collection<PracticeId> ids) {
        return transaction
                .createQuery(FIND_ALL)
                .bindArray(
                        "ids", String.class, ids.stream().map(PracticeId::value).toList())
                .map((row, ctx) -> PracticeRow.read(row))
                .list();
    }

    /**
     * What others can learn from those of them that are examples, withdrawn ones included.
     *
     * @param transaction decides what is seen
     */
    public static Map<PracticeId, ExampleText> descriptions(Handle transaction, Collection<PracticeId> ids) {
        Map<PracticeId, ExampleText> descriptions = new HashMap<>();
        transaction
                .createQuery(DESCRIPTIONS)
                .bindArray(
                        "ids", String.class, ids.stream().map(PracticeId::value).toList())
                .map((row, ctx) -> Map.entry(
                        new PracticeId(row.getString("id")),
                        Objects.requireNonNull(ExampleTextJson.parse(row.getString("good_practice_description")))))
                .forEach(entry -> descriptions.put(entry.getKey(), entry.getValue()));
        return descriptions;
    }

    public long countPublished() {
        return jdbi.withHandle(db -> countPublished(db));
    }

    /**
     * The same as it stands in the snapshot of a transaction.
     *
     * @param transaction decides what is seen
     */
    public static long countPublished(Handle transaction) {
        return transaction.createQuery(COUNT).mapTo(Long.class).one();
    }

    /** Whether no practice was ever entered, withdrawn ones included. */
    public boolean isEmpty() {
        return jdbi.withHandle(PracticeStore::isEmpty);
    }

    /**
     * The same as a transaction sees it.
     *
     * @param transaction decides what is seen
     */
    public static boolean isEmpty(Handle transaction) {
        return transaction.createQuery(IS_EMPTY).mapTo(Boolean.class).one();
    }

    /**
     * All published practices in the order of their ids, one after the other from a cursor, all as they stand in the
     * transaction's snapshot.
     *
     * @param transaction an open transaction; it decides what is seen
     */
    public static void forEachPublished(Handle transaction, Consumer<StoredPractice> use) {
        if (!transaction.isInTransaction()) {
            throw new IllegalStateException("without a transaction the cursor would hold everything in memory");
        }
        try (Stream<StoredPractice> all =
                transaction
                        .createQuery(ALL_IN_ORDER)
                        .setFetchSize(FETCH_SIZE)
                        .map((row, ctx) -> PracticeRow.read(row))
                        .stream()) {
            all.forEach(use);
        }
    }

    /** All published practices in the order of their ids, as they stand at one moment. */
    public void forEachPublished(Consumer<StoredPractice> use) {
        jdbi.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, snapshot -> forEachPublished(snapshot, use));
    }

    /** What stands in the database at one moment; for one thread, within the work that was given it. */
    public static final class Snapshot {
        private final Handle transaction;

        private Snapshot(Handle transaction) {
            this.transaction = transaction;
        }

        /** How many of the named practices are published. */
        public long countPublished(Collection<PracticeId> ids) {
            return transaction
                    .createQuery(COUNT_OF)
                    .bindArray(
                            "ids",
                            String.class,
                            ids.stream().map(PracticeId::value).toList())
                    .mapTo(Long.class)
                    .one();
        }

        /** Those of the named practices that are published, in no particular order. */
        public List<StoredPractice> find(Collection<PracticeId> ids) {
            return PracticeStore.find(transaction, ids);
        }
    }

    /** Reads one moment for as long as the work takes, without keeping anybody from writing. */
    public <X extends Exception> void inSnapshot(SnapshotWork<X> work) throws X {
        jdbi.useTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, transaction -> work.with(new Snapshot(transaction)));
    }

    /** What is done with a snapshot. */
    public interface SnapshotWork<X extends Exception> {
        void with(Snapshot snapshot) throws X;
    }

    /**
     * Inserts or updates by id. What stands there already word for word stays as it is: no new version, no revision, no
     * log row. A withdrawn practice is published again.
     *
     * @param transaction an open transaction, committed by the caller
     * @param practices no id twice; a few hundred at a time go fastest
     * @param by goes into the revision of each that changes
     */
    public static Saved save(Handle transaction, List<Practice> practices, Authorship by) {
        Map<PracticeId, Practice> before = new HashMap<>();
        find(transaction, practices.stream().map(Practice::id).toList())
                .forEach(stored -> before.put(stored.id(), stored.practice()));
        List<Practice> changed = practices.stream()
                .filter(practice -> !practice.equals(before.get(practice.id())))
                .toList();
        Set<PracticeId> inserted =
                changed.isEmpty() ? Set.of() : new HashSet<>(PracticeRowStore.write(transaction, changed, by));
        return new Saved(inserted.size(), changed.size() - inserted.size(), practices.size() - changed.size());
    }

    /**
     * What {@link #save} would do, without doing it.
     *
     * @param transaction decides what is there already
     * @param practices no id twice
     */
    public static Saved compare(Handle transaction, List<Practice> practices) {
        List<PracticeId> ids = practices.stream().map(Practice::id).toList();
        Set<Practice> equal = new HashSet<>();
        find(transaction, ids).forEach(stored -> equal.add(stored.practice()));
        Set<String> known = new HashSet<>(transaction
                .createQuery(KNOWN)
                .bindArray(
                        "ids", String.class, ids.stream().map(PracticeId::value).toList())
                .mapTo(String.class)
                .list());
        int unchanged = (int) practices.stream().filter(equal::contains).count();
        int inserted =
                (int) ids.stream().filter(id -> !known.contains(id.value())).count();
        return new Saved(inserted, practices.size() - inserted - unchanged, unchanged);
    }

    /**
     * Id of a transaction, to wait for what it has changed once it is committed; empty: it has changed nothing so far.
     *
     * @param transaction an open transaction
     */
    public static OptionalLong transaction(Handle transaction) {
        return transaction
                .createQuery(TRANSACTION)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Takes a published practice from the public; its address answers "gone" from then on. False: not published. */
    public boolean withdraw(PracticeId id, LocalDate today, Authorship by) {
        return jdbi.inTransaction(db -> withdraw(db, id, today, by));
    }

    /**
     * The same together with whatever else the transaction does.
     *
     * @param transaction an open transaction, committed by the caller
     */
    public static boolean withdraw(Handle transaction, PracticeId id, LocalDate today, Authorship by) {
        int withdrawn = transaction
                .createUpdate(WITHDRAW)
                .bind("id", id.value())
                .bind("today", today)
                .execute();
        if (withdrawn > 0) {
            RevisionRowStore.write(transaction, List.of(id), by);
        }
        return withdrawn > 0;
    }

    /**
     * The same for several, together with whatever else the transaction does; returns how many of them were published.
     *
     * @param transaction an open transaction, committed by the caller
     */
    public static int withdraw(Handle transaction, List<PracticeId> ids, LocalDate today, Authorship by) {
        List<PracticeId> withdrawn = transaction
                .createQuery(WITHDRAW_ALL)
                .bindArray(
                        "ids", String.class, ids.stream().map(PracticeId::value).toList())
                .bind("today", today)
                .map((row, ctx) -> new PracticeId(row.getString("id")))
                .list();
        if (!withdrawn.isEmpty()) {
            RevisionRowStore.write(transaction, withdrawn, by);
        }
        return withdrawn.size();
    }

    /** What {@link #save} did, in numbers of practices. */
    public record Saved(int inserted, int updated, int unchanged) {
        public static final Saved NOTHING = new Saved(0, 0, 0);

        public Saved plus(Saved other) {
            return new Saved(inserted + other.inserted, updated + other.updated, unchanged + other.unchanged);
        }
    }
}
