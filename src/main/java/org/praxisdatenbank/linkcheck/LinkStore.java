package org.praxisdatenbank.linkcheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.review.PublishedStore;

/** The websites of published practices and what came of the last look at each; safe for use by any thread. */
public final class LinkStore {
    /** What failed is looked at again after three days: a fault of a day is none. */
    private static final String CLAIM =
            """
            INSERT INTO link_check (practice, url, checked)
            SELECT practice.id, website, now()
              FROM practice
              LEFT JOIN link_check AS known ON known.practice = practice.id
             WHERE practice.status = 'published'
               AND website IS NOT NULL
               AND (known.practice IS NULL
                    OR known.url <> website
                    OR known.checked < now() - :seconds * interval '1 second'
                    OR (known.failures > 0 AND known.checked < now() - interval '3 days'))
             ORDER BY known.checked NULLS FIRST, practice.id
             LIMIT 1
            ON CONFLICT (practice) DO UPDATE
               SET url = excluded.url,
                   checked = excluded.checked,
                   failures = CASE WHEN link_check.url = excluded.url THEN link_check.failures ELSE 0 END,
                   first_failed = CASE WHEN link_check.url = excluded.url THEN link_check.first_failed END
            RETURNING practice, url
            """;

    private static final String SAVE =
            """
            UPDATE link_check
               SET outcome = :outcome,
                   status = :status,
                   moved = :moved,
                   failures = CASE WHEN :isBroken THEN failures + 1 ELSE 0 END,
                   first_failed = CASE WHEN :isBroken THEN coalesce(first_failed, now()) END
             WHERE practice = :practice
               AND url = :url
            """;
    /** Broken: two looks in a row. What has moved is told at once. */
    private static final String LIST =
            """
            SELECT practice.id, title, url, outcome, link_check.status, moved, first_failed, checked
              FROM link_check
              JOIN practice ON practice.id = link_check.practice AND website = url
             WHERE practice.status = 'published'
               AND (failures >= 2 OR outcome = 'moved')
            """
                    + PublishedStore.OF_OFFICE
                    + """
             ORDER BY failures = 0, first_failed, lower(title), practice.id
             LIMIT :most
            """;

    private final Jdbi jdbi;

    public LinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The website of a practice. */
    record Link(PracticeId practice, String url) {}

    /**
     * One that somebody should see to.
     *
     * @param firstFailed null: it has only moved
     */
    record Told(Link link, String title, Look look, @Nullable Instant firstFailed, Instant checked) {}

    /** The next one to look at, which counts as looked at from now on; empty: none is due. */
    Optional<Link> claim(Duration every) {
        return jdbi.withHandle(db -> db.createQuery(CLAIM)
                .bind("seconds", every.toSeconds())
                .map((row, ctx) -> new Link(new PracticeId(row.getString("practice")), row.getString("url")))
                .findOne());
    }

    void save(Link link, Look look) {
        jdbi.useHandle(db -> db.createUpdate(SAVE)
                .bind("practice", link.practice().value())
                .bind("url", link.url())
                .bind("outcome", look.outcome().id())
                .bind("status", look.status())
                .bind("moved", look.moved())
                .bind("isBroken", look.outcome().isBroken())
                .execute());
    }

    /**
     * Those that somebody should see to, the longest broken first.
     *
     * @param states of an office; null: all
     */
    List<Told> list(@Nullable Set<String> states, int most) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("isOffice", states != null)
                .bindArray("states", String.class, states == null ? Set.of() : states)
                .bind("most", most)
                .map((row, ctx) -> told(row))
                .list());
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new Link(new PracticeId(row.getString("id")), row.getString("url")),
                row.getString("title"),
                new Look(
                        Outcome.of(row.getString("outcome")),
                        row.getObject("status", Integer.class),
                        row.getString("moved")),
                Moment.ofNullable(row, "first_failed"),
                Moment.of(row, "checked"));
    }
}
