package org.praxisdatenbank.revision;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.QueryString;

/** The addresses of lists and revisions, as German pages have them, and the one parameter that lists take. */
final class RevisionUrl {
    private static final String BEFORE = "before";

    private RevisionUrl() {}

    /** @param before the list goes on below this number; null: from the newest on */
    static String list(PracticeId id, @Nullable Long before) {
        return PracticePages.historyPath(id) + (before == null ? "" : "?" + BEFORE + "=" + before);
    }

    static String revision(PracticeId id, long number) {
        return PracticePages.historyPath(id) + "/" + number;
    }

    /** The number below which a list shall go on; null: from the newest on. Raises {@link Problem.Invalid}. */
    static @Nullable Long before(QueryString query) {
        return query.last(BEFORE).map(RevisionUrl::number).orElse(null);
    }

    private static Long number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Problem.Invalid(BEFORE, "problem.number", BEFORE, "0", "999999999", shown(text)).raise();
        }
        return Long.valueOf(text);
    }

    private static String shown(String text) {
        int longest = 40;
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
