package org.praxisdatenbank.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Language;
import org.praxisdatenbank.web.Frame;

/**
 * How the search understands words: a page to try it.
 *
 * @param text the first text as typed
 * @param other the second text as typed; empty: none
 * @param notes what is missing here, as sentences
 * @param verdict whether the two find each other; null: there are no two
 */
public record LanguagePage(
        Frame frame, String text, String other, List<String> notes, @Nullable Verdict verdict, List<Word> words) {
    public LanguagePage {
        notes = List.copyOf(notes);
        words = List.copyOf(words);
    }

    /**
     * Whether two texts find each other.
     *
     * @param directions those in which they do
     */
    public record Verdict(String sentence, List<Direction> directions) {
        public Verdict {
            directions = List.copyOf(directions);
        }
    }

    /** How a search for one text finds the other. */
    public record Direction(String title, List<Why.Line> lines) {
        public Direction {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One word.
     *
     * @param text in quotes
     * @param link the search for it alone
     * @param count how many practices that search finds
     */
    public record Word(
            String text, boolean isStopWord, String link, String count, List<Language.Form> forms, List<Path> paths) {
        public Word {
            forms = List.copyOf(forms);
            paths = List.copyOf(paths);
        }
    }

    /**
     * One way to find it.
     *
     * @param via the other word, in quotes; null: none
     * @param link the search for the other word; null likewise
     */
    public record Path(String label, @Nullable String via, @Nullable String link, String count) {}
}
