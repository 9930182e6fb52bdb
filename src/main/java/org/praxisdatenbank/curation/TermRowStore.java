package org.praxisdatenbank.curation;

import java.time.LocalDate;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.TermId;

/** The rows of terms, within a transaction of {@link EditStore}; triggers count each change of them. */
final class TermRowStore {
    private static final String PLACE_AFTER =
            """
            SELECT coalesce(max(position), 0) + 1
              FROM term_label
              JOIN edition ON edition.vocabulary = term_label.vocabulary AND edition.id = term_label.edition
             WHERE term_label.vocabulary = :list
               AND term = :after
               AND is_current
            """;
    private static final String MAKE_ROOM =
            """
            UPDATE term_label
               SET position = position + 1
              FROM edition
             WHERE edition.vocabulary = term_label.vocabulary
               AND edition.id = term_label.edition
               AND is_current
               AND term_label.vocabulary = :list
               AND position >= :position
            """;
    /** Numbers all of them anew, without gaps, the one between its new neighbours. */
    private static final String MOVE =
            """
            UPDATE term_label
               SET position = place.number
              FROM (SELECT edition.id AS edition, term,
                           row_number() OVER (
                               ORDER BY CASE WHEN term = :term THEN :position - 0.5 ELSE position END) AS number
                      FROM term_label
                      JOIN edition ON edition.vocabulary = term_label.vocabulary AND edition.id = term_label.edition
                     WHERE term_label.vocabulary = :list
                       AND is_current) AS place
             WHERE vocabulary = :list
               AND term_label.edition = place.edition
               AND term_label.term = place.term
               AND position <> place.number
            """;

    private static final String ADD_TERM =
            """
            INSERT INTO term (vocabulary, id)
            VALUES (:list, :term)
            """;
    private static final String ADD_LABEL =
            """
            INSERT INTO term_label (vocabulary, edition, term, position, german, english)
            SELECT vocabulary, id, :term, :position, :german, :english
              FROM edition
             WHERE vocabulary = :list
               AND is_current
            """;
    /** Of all editions, the current one last. */
    private static final String KEEP_LABELS =
            """
            INSERT INTO former_label (vocabulary, name, german, english)
            SELECT term_label.vocabulary, term, german, english
              FROM term_label
              JOIN edition ON edition.vocabulary = term_label.vocabulary AND edition.id = term_label.edition
             WHERE term_label.vocabulary = :list
               AND term = :term
             ORDER BY is_current, edition
            """;

    private static final String SET_LABEL =
            """
            UPDATE term_label
               SET german = :german, english = :english
              FROM edition
             WHERE edition.vocabulary = term_label.vocabulary
               AND edition.id = term_label.edition
               AND is_current
               AND term_label.vocabulary = :list
               AND term = :term
            """;
    private static final String HAS_LABEL =
            """
            SELECT EXISTS (
                   SELECT FROM term_label
                     JOIN edition ON edition.vocabulary = term_label.vocabulary AND edition.id = term_label.edition
                    WHERE term_label.vocabulary = :list
                      AND term = :term
                      AND is_current
                      AND german = :german
                      AND english = :english)
            """;
    private static final String COPY_TERM =
            """
            INSERT INTO term (vocabulary, id, source, retired)
            SELECT vocabulary, :current, source, retired
              FROM term
             WHERE vocabulary = :list
               AND id = :term
            """;
    private static final String MOVE_LABELS =
            """
            UPDATE term_label
               SET term = :current
             WHERE vocabulary = :list
               AND term = :term
            """;
    private static final String MOVE_ALIASES =
            """
            UPDATE term_alias
               SET term = :current
             WHERE vocabulary = :list
               AND term = :term
            """;
    private static final String REMOVE_LABELS =
            """
            DELETE FROM term_label
             WHERE vocabulary = :list
               AND term = :term
            """;
    private static final String REMOVE_TERM =
            """
            DELETE FROM term
             WHERE vocabulary = :list
               AND id = :term
            """;
    private static final String ADD_ALIAS =
            """
            INSERT INTO term_alias (vocabulary, alias, term)
            VALUES (:list, :alias, :term)
            """;
    private static final String REMOVE_ALIAS =
            """
            DELETE FROM term_alias
             WHERE vocabulary = :list
               AND alias = :alias
            """;
    private static final String RETIRE =
            """
            UPDATE term
               SET retired = :since
             WHERE vocabulary = :list
               AND id = :term
            """;
    private static final String REINSTATE =
            """
            UPDATE term
               SET retired = NULL
             WHERE vocabulary = :list
               AND id = :term
            """;

    private TermRowStore() {}

    /** @param after id of the term behind which it stands; empty: it comes first */
    static void add(Handle db, TermId term, Label label, String after) {
        int position = placeAfter(db, term, after);
        update(db, MAKE_ROOM, term).bind("position", position).execute();
        update(db, ADD_TERM, term).execute();
        labelled(update(db, ADD_LABEL, term), label).bind("position", position).execute();
    }

    private static int placeAfter(Handle db, TermId term, String after) {
        return db.createQuery(PLACE_AFTER)
                .bind("list", term.vocabulary().id())
                .bind("after", after)
                .mapTo(Integer.class)
                .one();
    }

    /** @param after id of another term, behind which it stands from now on; empty: it comes first */
    static void move(Handle db, TermId term, String after) {
        update(db, MOVE, term).bind("position", placeAfter(db, term, after)).execute();
    }

    /** Whether it is called just that in the current edition. */
    static boolean hasLabel(Handle db, TermId term, Label label) {
        return db.createQuery(HAS_LABEL)
                .bind("list", term.vocabulary().id())
                .bind("term", term.value())
                .bind("german", label.german())
                .bind("english", label.english())
                .mapTo(Boolean.class)
                .one();
    }

    /** Writes down what it is called now, as something else will be. */
    static void keepLabels(Handle db, TermId term) {
        update(db, KEEP_LABELS, term).execute();
    }

    static void setLabel(Handle db, TermId term, Label label) {
        labelled(update(db, SET_LABEL, term), label).execute();
    }

    static void removeLabels(Handle db, TermId term) {
        update(db, REMOVE_LABELS, term).execute();
    }

    /** Makes one of another id, to which the labels go; that may be a name that the term had before. */
    static void copy(Handle db, TermId term, TermId current) {
        update(db, REMOVE_ALIAS, current).bind("alias", alias(current)).execute();
        update(db, COPY_TERM, term).bind("current", current.value()).execute();
        update(db, MOVE_LABELS, term).bind("current", current.value()).execute();
    }

    /** Instead of a term that nothing carries any more there is an alias of another one. */
    static void becomeAlias(Handle db, TermId term, TermId current) {
        update(db, MOVE_ALIASES, term).bind("current", current.value()).execute();
        update(db, REMOVE_TERM, term).execute();
        update(db, ADD_ALIAS, current).bind("alias", alias(term)).execute();
    }

    private static String alias(TermId term) {
        return term.value().toLowerCase(Locale.ROOT);
    }

    static void retire(Handle db, TermId term, LocalDate since) {
        update(db, RETIRE, term).bind("since", since).execute();
    }

    static void reinstate(Handle db, TermId term) {
        update(db, REINSTATE, term).execute();
    }

    private static Update labelled(Update update, Label label) {
        return update.bind("german", label.german()).bind("english", label.english());
    }

    private static Update update(Handle db, String sql, TermId term) {
        return db.createUpdate(sql)
                .bind("list", term.vocabulary().id())
                .bind("term", term.value())
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
    }
}
