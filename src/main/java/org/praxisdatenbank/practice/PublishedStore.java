package org.praxisdatenbank.practice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What is published, in short: for the site map and the page about the database. Safe for use by any thread. */
public final class PublishedStore {
    private static final String IN_ORDER =
            """
            SELECT id, updated
              FROM practice
             WHERE status = 'published'
             ORDER BY id
            OFFSET :skipped
             LIMIT :limit
            """;
    private static final String BY_ORIGIN =
            """
            SELECT origin, count(*) AS practices
              FROM practice
             WHERE status = 'published'
             GROUP BY origin
             ORDER BY practices DESC, origin
            """;

    private final Jdbi jdbi;

    public PublishedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public long count() {
        return jdbi.withHandle(db -> PracticeStore.countPublished(db));
    }

    /** A part of all published practices, which are in the order of their ids. */
    public List<Revision> inOrder(long skipped, int limit) {
        return jdbi.withHandle(db -> db.createQuery(IN_ORDER)
                .bind("skipped", skipped)
                .bind("limit", limit)
                .map((row, ctx) -> new Revision(
                        new PracticeId(row.getString("id")),
                        row.getObject("updated", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** How many come from where, most first. */
    public List<FromOrigin> countByOrigin() {
        return jdbi.withHandle(db -> db.createQuery(BY_ORIGIN)
                .map((row, ctx) -> new FromOrigin(origin(row.getString("origin")), row.getLong("practices")))
                .list());
    }

    private static @Nullable TermId origin(@Nullable String id) {
        return id == null ? null : new TermId(Vocabulary.ORIGIN, id);
    }

    /** A practice and when it last changed. */
    public record Revision(PracticeId id, Instant updated) {}

    /**
     * How many come from one place.
     *
     * @param origin null: not stated
     */
    public record FromOrigin(@Nullable TermId origin, long practices) {}
}
