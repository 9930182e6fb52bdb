package org.praxisdatenbank.practice;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Changes which terms practices carry, published and withdrawn ones: each gets a new version with its revision, and a row
 * of the change log. All within the transaction of the caller, who commits.
 */
public final class PracticeTermStore {
    /** Practices at a time: the memory for a merge does not grow with their number. */
    private static final int BATCH = 5_000;

    private static final String CARRIERS =
            """
            SELECT id
              FROM practice
             WHERE (:list = 'type' AND type = :term)
                OR id IN (SELECT practice FROM practice_term WHERE vocabulary = :list AND term = :term)
             ORDER BY id
             LIMIT :most
            """;
    /** Waits for whoever is writing, and lets nobody write until the end: else a term could be chosen while it goes. */
    private static final String LOCK = "LOCK TABLE practice IN SHARE ROW EXCLUSIVE MODE";

    private static final String CHANGE =
            """
            WITH changed AS (
                UPDATE practice
                   SET type = CASE WHEN :list = 'type' AND type = :old THEN :current ELSE type END,
                       version = version + 1, updated = now()
                 WHERE id = ANY(:ids)
                RETURNING id, version)
            INSERT INTO change_log (practice, version)
            SELECT id, version
              FROM changed
            """;
    /** Of two that become one the first stays: also the place is the one of before. */
    private static final String DROP_SECOND =
            """
            DELETE FROM practice_term AS second
             USING practice_term AS first
             WHERE first.practice = second.practice
               AND first.vocabulary = :list
               AND second.vocabulary = :list
               AND first.term IN (:old, :current)
               AND second.term IN (:old, :current)
               AND first.position < second.position
               AND first.practice = ANY(:ids)
            """;

    private static final String EXCHANGE =
            """
            UPDATE practice_term
               SET term = :current
             WHERE vocabulary = :list
               AND term = :old
               AND practice = ANY(:ids)
            """;
    private static final String ADD =
            """
            INSERT INTO practice_term (practice, vocabulary, term, position)
            SELECT practice, :list, :current, (SELECT max(position) + 1 FROM practice_term AS known
                                                WHERE known.practice = carried.practice)
              FROM practice_term AS carried
             WHERE vocabulary = :list
               AND term = :old
               AND practice = ANY(:ids)
                ON CONFLICT DO NOTHING
            """;

    private PracticeTermStore() {}

    /**
     * Lets all that carry a term carry another one instead, once. From then on nobody else writes practices until the
     * transaction ends.
     *
     * @param old of the same vocabulary
     */
    public static void replace(Handle transaction, TermId old, TermId current, Authorship by) {
        transaction.execute(LOCK);
        List<PracticeId> some = carriers(transaction, old);
        while (!some.isEmpty()) {
            replace(transaction, new Exchange(old, current, some), by);
            some = carriers(transaction, old);
        }
    }

    /**
     * Some that carry a term, and another one of the same vocabulary.
     *
     * @param practices all of them carry the old one
     */
    public record Exchange(TermId old, TermId current, Collection<PracticeId> practices) {
        public Exchange {
            if (old.vocabulary() != current.vocabulary()) {
                throw new IllegalArgumentException(old + " and " + current + " are of different lists");
            }
            practices = List.copyOf(practices);
        }
    }

    /** Lets some carry the other term instead. */
    public static void replace(Handle transaction, Exchange exchange, Authorship by) {
        execute(transaction, CHANGE, exchange);
        if (exchange.old().vocabulary() != Vocabulary.TYPE) {
            execute(transaction, DROP_SECOND, exchange);
            execute(transaction, EXCHANGE, exchange);
        }
        write(transaction, exchange, by);
    }

    /** Lets some carry the other term, too. Not for types, of which each has one. */
    public static void add(Handle transaction, Exchange exchange, Authorship by) {
        execute(transaction, ADD, exchange);
        execute(transaction, CHANGE, exchange);
        write(transaction, exchange, by);
    }

    private static void write(Handle transaction, Exchange exchange, Authorship by) {
        RevisionRowStore.write(transaction, List.copyOf(exchange.practices()), by);
    }

    private static List<PracticeId> carriers(Handle db, TermId term) {
        return db.createQuery(CARRIERS)
                .bind("list", term.vocabulary().id())
                .bind("term", term.value())
                .bind("most", BATCH)
                .map((row, ctx) -> new PracticeId(row.getString("id")))
                .list();
    }

    private static void execute(Handle db, String sql, Exchange exchange) {
        db.createUpdate(sql)
                .bind("list", exchange.old().vocabulary().id())
                .bind("old", exchange.old().value())
                .bind("current", exchange.current().value())
                .bindArray(
                        "ids",
                        String.class,
                        exchange.practices().stream().map(PracticeId::value).toList())
                .execute();
    }
}
