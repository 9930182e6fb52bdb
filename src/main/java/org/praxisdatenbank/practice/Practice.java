package org.praxisdatenbank.practice;

import java.time.LocalDate;
import org.praxisdatenbank.practice.Classification.GoodPractice;

/** One entry as its provider tells it; what the database adds (version, times) is in {@link StoredPractice}. */
public record Practice(
        PracticeId id,
        Wording wording,
        Carrier carrier,
        Classification classification,
        Period period,
        Provenance provenance) {
    /** The same example with that description. */
    public Practice described(ExampleText description) {
        GoodPractice passed = classification.goodPractice();
        return new Practice(
                id,
                wording,
                carrier,
                new Classification(
                        classification.type(),
                        classification.terms(),
                        classification.criteria(),
                        new GoodPractice(passed.passed(), passed.year(), description)),
                period,
                provenance);
    }

    /** The same, of which somebody says on that day that it is right. */
    public Practice confirmed(LocalDate today) {
        return new Practice(
                id,
                wording,
                carrier,
                classification,
                period,
                new Provenance(provenance.website(), provenance.sourceUrl(), provenance.origin(), today));
    }
}
