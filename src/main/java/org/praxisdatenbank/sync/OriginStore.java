package org.praxisdatenbank.sync;

import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.praxisdatenbank.practice.PracticeStore;

/** Asks a database which one it is, also one without our tables; safe for use by any thread. */
final class OriginStore {
    private static final String ORIGIN =
            """
            SELECT (SELECT system_identifier FROM pg_control_system()) || '/'
                   || (SELECT oid FROM pg_database WHERE datname = current_database()) AS database,
                   CASE WHEN pg_is_in_recovery() THEN ''
                        ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END AS timeline
            """;
    /** Where a provider of databases keeps such things to itself. */
    private static final String PLAIN_ORIGIN =
            """
            SELECT 'unknown/' || oid AS database, '' AS timeline
              FROM pg_database
             WHERE datname = current_database()
            """;
    /** Ids of transactions to come are not below this one. */
    private static final String NEXT =
            """
            SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            """;

    private static final String HAS_PRACTICES =
            """
            SELECT to_regclass('practice') IS NOT NULL
            """;
    /** Not allowed, not supported, not in this state. */
    private static final Set<String> KEPT_TO_ITSELF = Set.of("42501", "0A000", "55000");

    private final Jdbi jdbi;

    OriginStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Origin origin() {
        try {
            return jdbi.withHandle(db -> origin(db, ORIGIN));
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause && KEPT_TO_ITSELF.contains(cause.getSQLState())) {
                return jdbi.withHandle(db -> origin(db, PLAIN_ORIGIN));
            }
            throw e;
        }
    }

    private static Origin origin(Handle db, String query) {
        return db.createQuery(query)
                .map((row, ctx) -> new Origin(row.getString("database"), row.getString("timeline")))
                .one();
    }

    /** Whether the place is one that this log has not reached: what the index knows has been lost here. */
    boolean isBefore(LogPosition place) {
        LogPosition next = new LogPosition(
                jdbi.withHandle(db -> db.createQuery(NEXT).mapTo(Long.class).one()), 0);
        return next.compareTo(place) < 0;
    }

    /** Published practices; none where there is no table for them. */
    long published() {
        return jdbi.withHandle(
                db -> db.createQuery(HAS_PRACTICES).mapTo(Boolean.class).one() ? PracticeStore.countPublished(db) : 0);
    }
}
