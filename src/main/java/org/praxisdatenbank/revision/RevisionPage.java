package org.praxisdatenbank.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeBody;
import org.praxisdatenbank.web.Frame;

/**
 * One revision of a practice: as it was, and what had changed.
 *
 * @param title of the practice then
 * @param body as it was then
 * @param changes against the revision before; null: nothing is kept of what was before; empty: not in the record
 */
public record RevisionPage(Frame frame, String title, Place place, PracticeBody body, @Nullable List<Change> changes) {
    public RevisionPage {
        changes = changes == null ? null : List.copyOf(changes);
    }

    /** Value of {@code lang} for what the provider wrote; null where the page speaks that language anyway. */
    public @Nullable String contentLanguage() {
        return frame.isGerman() ? null : "de";
    }

    /**
     * Where it stands among the others.
     *
     * @param notice that it is an old one, or the present one
     * @param name with its number
     * @param facts when, by what kind of hand
     * @param links of this practice, other revisions and the list of all
     * @param citation how to name it
     */
    public record Place(Notice notice, String name, List<String> facts, Links links, Citation citation) {
        public Place {
            facts = List.copyOf(facts);
        }
    }

    /** @param isPresent whether the practice still is so */
    public record Notice(boolean isPresent, String title, String detail) {}

    /**
     * German, from the root.
     *
     * @param before null: this is the first that is kept
     * @param after null: this is the present one
     */
    public record Links(String practice, String all, @Nullable Numbered before, @Nullable Numbered after) {}

    /** @param path German, from the root */
    public record Numbered(String path, String text) {}

    /**
     * How to name it, and where programs find it.
     *
     * @param permanentUrl the same for both languages
     * @param jsonPath of the same for programs
     */
    public record Citation(String permanentUrl, String jsonPath) {}

    /**
     * What differs in one field, in words.
     *
     * @param removed values that were there and are not
     * @param added values that are there and were not
     * @param text in pieces, long parts that stayed shortened; empty: no text differs
     * @param remark what else there is to say; null: nothing
     */
    public record Change(
            String label, List<String> removed, List<String> added, List<Fragment> text, @Nullable String remark) {
        public Change {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
            text = List.copyOf(text);
        }
    }
}
