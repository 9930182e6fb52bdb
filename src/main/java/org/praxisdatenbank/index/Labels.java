package org.praxisdatenbank.index;

import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** By which words a term is found: its labels in both languages and in all editions. */
record Labels(Vocabularies vocabularies) {

    /** None twice; empty for a term that has left its list. */
    List<String> of(TermId id) {
        return vocabularies.find(id).map(Labels::of).orElse(List.of());
    }

    static List<String> of(Term term) {
        return Stream.concat(Stream.of(term.label()), term.others().stream().map(Term.OtherEdition::label))
                .flatMap(Labels::texts)
                .distinct()
                .toList();
    }

    /** Everything that a practice carries. */
    static Stream<TermId> terms(Classification classification) {
        return Stream.of(
                        Stream.of(classification.type()),
                        classification.terms().stream(),
                        classification.criteria().stream().map(Classification.Fulfilment::criterion))
                .flatMap(terms -> terms);
    }

    /** The German labels of all that a practice carries, as they are now. */
    List<String> german(Classification classification) {
        return terms(classification)
                .flatMap(id -> vocabularies.find(id).stream())
                .map(term -> term.label().german())
                .toList();
    }

    private static Stream<String> texts(Label label) {
        return Stream.of(label.german(), label.english());
    }
}
