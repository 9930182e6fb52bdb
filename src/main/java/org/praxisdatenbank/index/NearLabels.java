package org.praxisdatenbank.index;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.QueryWords.Leaf;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** The terms of the vocabularies by the parts of their words. Immutable. */
final class NearLabels {
    /** Near words and terms that are told of one word. */
    private static final int MOST = 4;

    private final German german;
    private final SequencedMap<String, Set<String>> parts = new LinkedHashMap<>();

    NearLabels(German german, Vocabularies vocabularies) {
        this.german = german;
        Stream.of(Facet.values())
                .flatMap(facet -> facet.vocabulary().map(vocabularies::terms).orElse(List.of()).stream())
                .map(term -> term.label().german())
                .forEach(label -> parts.computeIfAbsent(label, text -> Set.copyOf(parts(text))));
    }

    /**
     * First the near spellings of a word, then the German labels that share a part with it or with the likeliest of them,
     * as a phrase where it is more than a word. In a field only the spellings: labels stand in fields of their own.
     */
    List<Clause> addTo(List<Clause> spelt, Leaf word) {
        SequencedSet<Clause> near = new LinkedHashSet<>(spelt);
        if (word.field() == null) {
            Set<String> wanted = new HashSet<>(parts(text(word.clause())));
            spelt.stream().limit(1).forEach(likeliest -> wanted.addAll(parts(text(likeliest))));
            parts.forEach((label, known) -> {
                if (!Collections.disjoint(known, wanted)) {
                    near.add(clause(label));
                }
            });
        }
        return near.stream().limit(MOST).toList();
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

    private Set<String> parts(String text) {
        return Written.pieces(text)
                .filter(piece -> !german.isStopWord(piece.text()))
                .flatMap(piece -> german.form(piece.text()).partStems().stream())
                .collect(Collectors.toSet());
    }
}
