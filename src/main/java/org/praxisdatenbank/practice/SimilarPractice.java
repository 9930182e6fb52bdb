package org.praxisdatenbank.practice;

import java.util.List;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * A practice like another one, and what both have.
 *
 * @param terms topics, fields of action, target groups and settings that both carry; those that few carry first
 * @param words telling words that both use, as this one writes them, rare ones first; not those of the terms again
 */
public record SimilarPractice(PracticeSummary practice, List<TermId> terms, List<String> words) {
    public SimilarPractice {
        terms = List.copyOf(terms);
        words = List.copyOf(words);
    }
}
