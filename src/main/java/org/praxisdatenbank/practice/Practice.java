package org.praxisdatenbank.practice;

import java.time.LocalDate;

/** One entry as its provider tells it; what the database adds (version, times) is in {@link StoredPractice}. */
public record Practice(
        PracticeId id,
        Wording wording,
        Carrier carrier,
        Classification classification,
        Period period,
        Provenance provenance) {
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
