package org.praxisdatenbank.index;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text that begins as was typed.
 *
 * @param name the same for all spellings of the text
 * @param shown its most common spelling
 * @param isWhole whether there is nothing more to complete
 * @param documents how many carry it, deleted ones included
 * @param terms those of the index that stand for it
 */
record Completion(String name, String shown, boolean isWhole, long documents, List<String> terms) {
    /** What most documents carry. */
    static final Comparator<Completion> BEST_FIRST =
            Comparator.comparingLong(Completion::documents).reversed().thenComparing(Completion::shown);

    Completion {
        terms = List.copyOf(terms);
    }

    /** The same text in another spelling or another segment. */
    Completion plus(Completion other) {
        return new Completion(
                name,
                documents >= other.documents ? shown : other.shown,
                isWhole || other.isWhole,
                documents + other.documents,
                Stream.concat(terms.stream(), other.terms.stream()).distinct().toList());
    }
}
