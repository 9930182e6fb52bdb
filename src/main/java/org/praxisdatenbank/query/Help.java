package org.praxisdatenbank.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may help where a search found nothing or little.
 *
 * @param corrected another spelling that finds clearly more; null: none does
 * @param words the words of the query, each by itself; empty where practices were found that have all of them
 */
public record Help(@Nullable Correction corrected, List<WordFound> words) {
    public static final Help NOTHING = new Help(null, List.of());

    public Help {
        words = List.copyOf(words);
    }

    public Optional<Correction> correction() {
        return Optional.ofNullable(corrected);
    }

    /** The same without a correction that would be longer than a query text may be. */
    public Help within(int characters) {
        return correction()
                        .filter(longer ->
                                longer.text().codePointCount(0, longer.text().length()) > characters)
                        .isPresent()
                ? new Help(null, words)
                : this;
    }

    /**
     * A word of the query; words that say nothing are not counted.
     *
     * @param total how many practices it finds by itself with the same filters
     * @param isNowhere whether no published practice has it, whatever the filters
     * @param near what could have been meant, best first; only for a word that is nowhere
     */
    public record WordFound(QueryWords.Leaf word, long total, boolean isNowhere, List<Clause> near) {
        public WordFound {
            near = List.copyOf(near);
        }

        /** As a query text. */
        public String text() {
            return QueryText.print(word.alone());
        }
    }
}
