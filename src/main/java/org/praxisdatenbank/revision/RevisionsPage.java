package org.praxisdatenbank.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Frame;

/**
 * The list of a practice's revisions.
 *
 * @param practice link to its page, with its present title
 * @param older where the list goes on; null: it ends here
 */
public record RevisionsPage(Frame frame, Link practice, List<Row> rows, @Nullable String older) {
    public RevisionsPage {
        rows = List.copyOf(rows);
    }

    /** Value of {@code lang} for what the provider wrote; null where the page speaks that language anyway. */
    public @Nullable String contentLanguage() {
        return frame.isGerman() ? null : "de";
    }

    /** @param path German, from the root */
    public record Link(String path, String text) {}

    /**
     * One revision.
     *
     * @param event what happened, in words
     * @param by who did it, in words that name no person
     * @param changed names of the fields that differ from the revision before; empty: none
     */
    public record Row(Link link, String day, String event, String by, List<String> changed) {
        public Row {
            changed = List.copyOf(changed);
        }
    }
}
