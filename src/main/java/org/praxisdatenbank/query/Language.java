package org.praxisdatenbank.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search makes of a text, word by word.
 *
 * @param words words, phrases and patterns as typed, then what several words in a row mean together
 * @param isCut whether there are more words than are described
 * @param isPartial whether the time was up before everything was counted: numbers may be too low
 */
public record Language(List<Word> words, boolean isCut, boolean isPartial) {
    public Language {
        words = List.copyOf(words);
    }

    /**
     * A word, phrase or pattern.
     *
     * @param text as a query text that asks for it alone
     * @param forms what it is made of; none of a pattern
     * @param total how many practices a search for it alone finds
     * @param paths by which it is searched; none of a stop word
     */
    public record Word(String text, List<Form> forms, long total, List<Path> paths) {
        public Word {
            forms = List.copyOf(forms);
            paths = List.copyOf(paths);
        }

        /** Whether it says nothing by itself: a search passes it over. */
        public boolean isStopWord() {
            return paths.isEmpty();
        }
    }

    /**
     * What a word between spaces and hyphens is to the search.
     *
     * @param text as typed
     * @param normal its one spelling
     * @param base dictionary form
     * @param stem what its forms have in common
     * @param divided a compound in its parts and the links between them, as typed; of any other word none
     * @param isStopWord whether it says nothing by itself
     */
    public record Form(String text, String normal, String base, String stem, List<String> divided, boolean isStopWord) {
        public Form {
            divided = List.copyOf(divided);
        }
    }

    /**
     * One way to find a word.
     *
     * @param via the synonym or narrower word; null: none
     * @param count how many practices this way finds by itself
     */
    public record Path(Route route, @Nullable String via, long count) {}

    /**
     * Whether two texts find each other.
     *
     * @param there how a search for the first finds the second; none: it does not
     * @param back how a search for the second finds the first; likewise
     */
    public record Meeting(List<Reason> there, List<Reason> back) {
        public Meeting {
            there = List.copyOf(there);
            back = List.copyOf(back);
        }
    }
}
