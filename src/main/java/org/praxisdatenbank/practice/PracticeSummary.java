package org.praxisdatenbank.practice;

import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * What a list of practices shows of one.
 *
 * @param wording title and summary; no description
 * @param terms type, states, topics and fulfilled criteria, each list in the practice's order
 */
public record PracticeSummary(
        PracticeId id, Wording wording, Carrier carrier, List<TermId> terms, GoodPractice goodPractice, Period period) {
    public PracticeSummary {
        terms = List.copyOf(terms);
    }

    public static PracticeSummary of(Practice practice) {
        Classification classification = practice.classification();
        List<TermId> terms = Stream.of(
                        Stream.of(classification.type()),
                        classification.terms(Vocabulary.STATE).stream(),
                        classification.terms(Vocabulary.TOPIC).stream(),
                        classification.criteria().stream().map(Fulfilment::criterion))
                .flatMap(list -> list)
                .toList();
        return new PracticeSummary(
                practice.id(),
                new Wording(practice.wording().title(), practice.wording().summary(), null),
                practice.carrier(),
                terms,
                classification.goodPractice(),
                practice.period());
    }

    /** The terms of one list, in their order. */
    public List<TermId> terms(Vocabulary list) {
        return terms.stream().filter(term -> term.vocabulary() == list).toList();
    }
}
