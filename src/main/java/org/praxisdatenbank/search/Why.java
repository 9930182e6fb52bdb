package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Reason.Raise;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.web.Frame;

/**
 * Why a practice was found, in the page's language.
 *
 * @param title of the practice, to tell the boxes of a page apart
 * @param words one line for each word that was asked for
 * @param raised what put it before others, as a sentence; null: nothing, or the hits are in another order
 * @param language address of the page that tells how the search understands the words
 */
public record Why(String title, List<Line> words, @Nullable String raised, String language) {
    public Why {
        words = List.copyOf(words);
    }

    /** Empty where no word was asked for. */
    static Optional<Why> of(Hit hit, SearchQuery query, Frame frame) {
        if (hit.shown().reasons().isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>(WhyLines.of(hit.shown().reasons(), frame));
        hit.shown().missing().forEach(word -> lines.add(new Line(frame.text("why.word", word), List.of())));
        Set<Raise> raised = query.sort() == Sort.RELEVANCE ? hit.shown().raised() : Set.of();
        return Optional.of(new Why(
                hit.practice().wording().title(),
                lines,
                raised(raised, frame),
                frame.link(LanguagePages.path(query.text()))));
    }

    private static @Nullable String raised(Set<Raise> raised, Frame frame) {
        if (raised.isEmpty()) {
            return null;
        }
        return frame.text(
                "why.raised",
                Stream.of(Raise.values())
                        .filter(raised::contains)
                        .map(raise -> frame.text("why.raise." + SearchUrl.name(raise)))
                        .collect(joining("; ")));
    }

    /**
     * What became of a word that was asked for.
     *
     * @param asked in quotes
     * @param ways empty: it was not found
     */
    public record Line(String asked, List<Way> ways) {
        public Line {
            ways = List.copyOf(ways);
        }
    }

    /**
     * The words that one way led to.
     *
     * @param label of the way
     * @param more how many words are not named, in words; null: none
     */
    public record Way(String label, List<Word> words, @Nullable String more) {
        public Way {
            words = List.copyOf(words);
        }
    }

    /**
     * A word of the practice.
     *
     * @param text in quotes
     * @param language where it differs from the page's, for {@code lang}; else null
     * @param places where it stands, in words; empty: those of the next word
     */
    public record Word(String text, @Nullable String language, String places) {}
}
