package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.QueryWords.Leaf;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Finds terms of the vocabularies that share a part with a word. */
record NearLabels(German german, Vocabularies vocabularies) {
    /** Near words and terms that are told of one word. */
    private static final int MOST = 4;

    /**
     * First the near spellings of a word, then the German labels that share a part with it or with the likeliest of them,
     * as a phrase where it is more than a word. In a field only the spellings: labels stand in fields of their own.
     */
    List<Clause> addTo(List<Clause> spelt, Leaf word) {
        SequencedSet<Clause> near = new LinkedHashSet<>(spelt);
        if (word.field() == null) {
            Set<String> parts = new HashSet<>();
            Stream.concat(Stream.of(word.clause()), spelt.stream().limit(1))
                    .forEach(clause -> parts.addAll(parts(text(clause))));
            labels().filter(label -> parts(label).stream().anyMatch(parts::contains))
                    .map(NearLabels::clause)
                    .forEach(near::add);
        }
        return near.stream().limit(MOST).toList();
    }

    private Stream<String> labels() {
        return Stream.of(Facet.values())
                .flatMap(facet -> facet.vocabulary().map(vocabularies::terms).orElse(List.of()).stream())
                .map(term -> term.label().german());
    }

    private static Clause clause(String label) {
        return label.codePoints().allMatch(Character::isLetter) ? new Clause.Word(label) : new Clause.Phrase(label);
    }

    private static String text(Clause clause) {
        return switch (clause) {
            case Clause.Word word -> word.text();
            case Clause.Phrase phrase -> phrase.text();
            case Clause.Fuzzy fuzzy -> fuzzy.text();
            default -> "";
        };
    }

    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Written.pieces(text)
                .filter(piece -> !german.isStopWord(piece.text()))
                .forEach(piece -> parts.addAll(german.form(piece.text()).partStems()));
        return parts;
    }
}
