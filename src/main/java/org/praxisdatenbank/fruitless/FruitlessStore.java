package org.praxisdatenbank.fruitless;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;

/** Searches that found nothing, in the database; safe for use by any thread. */
public final class FruitlessStore {
    /** Months that a text is kept, the running one included. */
    static final int MONTHS = 12;
    /** So that nobody fills the disk by searching. */
    private static final int MOST = 20_000;

    private static final String BEGIN =
            """
            INSERT INTO fruitless_search (text, month, times)
            SELECT :text, :month, :times
             WHERE (SELECT count(*) FROM fruitless_search) < :most
                ON CONFLICT (text, month) DO UPDATE
               SET times = fruitless_search.times + excluded.times
            """;
    private static final String ADD =
            """
            UPDATE fruitless_search
               SET times = times + :times
             WHERE text = :text
               AND month = :month
            """;
    private static final String LIST =
            """
            SELECT text, sum(times) AS times, max(month) AS last
              FROM fruitless_search
             WHERE month >= :first
             GROUP BY text
             ORDER BY times DESC, last DESC, text
             LIMIT :most
            """;
    private static final String REMOVE =
            """
            DELETE FROM fruitless_search
             WHERE text = :text
            """;
    private static final String SWEEP =
            """
            DELETE FROM fruitless_search
             WHERE month < :first
            """;

    private final Jdbi jdbi;

    public FruitlessStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns false where it was not added, as somebody has deleted the text, or there are too many. */
    boolean add(Share share) {
        return jdbi.withHandle(db -> db.createUpdate(share.isFirst() ? BEGIN : ADD)
                        .bind("text", share.text())
                        .bind("month", share.month().atDay(1))
                        .bind("times", share.times())
                        .bind("most", MOST)
                        .execute()
                > 0);
    }

    /** The most frequent first. */
    public List<FruitlessSearch> list(YearMonth now, int most) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("first", first(now))
                .bind("most", most)
                .map((row, ctx) -> search(row))
                .list());
    }

    /** The log does not say which text it was, for it cannot forget it again. False: there is no such text. */
    boolean remove(String text, Doer doer) {
        return jdbi.inTransaction(db -> {
            boolean isRemoved = db.createUpdate(REMOVE).bind("text", text).execute() > 0;
            if (isRemoved) {
                AuditStore.add(db, doer, new Deed("fruitless.removed"));
            }
            return isRemoved;
        });
    }

    /** Removes what is too old. */
    void sweep(YearMonth now) {
        jdbi.useHandle(db -> db.createUpdate(SWEEP).bind("first", first(now)).execute());
    }

    private static LocalDate first(YearMonth now) {
        return now.minusMonths(MONTHS - 1).atDay(1);
    }

    private static FruitlessSearch search(ResultSet row) throws SQLException {
        return new FruitlessSearch(
                row.getString("text"), row.getLong("times"), YearMonth.from(row.getObject("last", LocalDate.class)));
    }
}
