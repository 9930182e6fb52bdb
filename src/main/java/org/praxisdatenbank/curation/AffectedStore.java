package org.praxisdatenbank.curation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What carries the terms of a list; safe for use by any thread. */
public final class AffectedStore {
    private static final String CARRIERS =
            """
              FROM practice
             WHERE ((:list = 'type' AND type = :term)
                OR id IN (SELECT practice FROM practice_term WHERE vocabulary = :list AND term = :term))
            """;
    private static final String COUNT =
            """
            SELECT count(*) FILTER (WHERE status = 'published') AS published,
                   count(*) FILTER (WHERE status = 'withdrawn') AS withdrawn,
                   (SELECT count(*)
                      FROM draft
                     WHERE current_record(record) ->> :field = :term
                        OR jsonb_exists(current_record(record) -> :field, :term)) AS drafts
            """
                    + CARRIERS;
    private static final String PUBLISHED =
            """
            SELECT term, count(*) AS published
              FROM (SELECT vocabulary, term, practice FROM practice_term
                     UNION ALL
                    SELECT 'type', type, id FROM practice) AS carried
              JOIN practice ON practice.id = practice
             WHERE vocabulary = :list
               AND status = 'published'
             GROUP BY term
            """;
    private static final String LISTED =
            """
            SELECT id, title, status,
                   EXISTS (SELECT FROM practice_term
                            WHERE practice = practice.id AND vocabulary = :list AND term = :other) AS has_other
            """
                    + CARRIERS
                    + """
               AND id > :after
             ORDER BY id
             LIMIT :most
            """;

    private final Jdbi jdbi;

    AffectedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many carry a term. */
    public record Affected(long published, long withdrawn, long drafts) {
        static final Affected NOTHING = new Affected(0, 0, 0);
    }

    Affected of(TermId term) {
        String field = RecordList.of(term.vocabulary()).map(RecordList::field).orElse("type");
        return jdbi.withHandle(db -> bound(db.createQuery(COUNT), term)
                .bind("field", field)
                .map((row, ctx) ->
                        new Affected(row.getLong("published"), row.getLong("withdrawn"), row.getLong("drafts")))
                .one());
    }

    /** How many published practices carry each term; those without any are left out. */
    public Map<String, Long> published(Vocabulary list) {
        return jdbi.withHandle(db -> db
                .createQuery(PUBLISHED)
                .bind("list", list.id())
                .map((row, ctx) -> Map.entry(row.getString("term"), row.getLong("published")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * A practice that carries a term.
     *
     * @param hasOther whether it carries the other one, too
     */
    public record Carrier(PracticeId id, String title, boolean isPublished, boolean hasOther) {}

    /**
     * Some that carry a term, by their ids.
     *
     * @param other another term that they may carry
     * @param after only those with a later id; empty: from the first on
     */
    List<Carrier> listed(TermId term, TermId other, String after, int most) {
        return jdbi.withHandle(db -> bound(db.createQuery(LISTED), term)
                .bind("other", other.value())
                .bind("after", after)
                .bind("most", most)
                .map((row, ctx) -> new Carrier(
                        new PracticeId(row.getString("id")),
                        row.getString("title"),
                        row.getString("status").equals("published"),
                        row.getBoolean("has_other")))
                .list());
    }

    private static Query bound(Query query, TermId term) {
        return query.bind("list", term.vocabulary().id()).bind("term", term.value());
    }
}
