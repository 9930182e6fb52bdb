package org.praxisdatenbank.practice;

/** One entry as its provider tells it; what the database adds (version, times) is in {@link StoredPractice}. */
public record Practice(
        PracticeId id,
        Wording wording,
        Carrier carrier,
        Classification classification,
        Period period,
        Provenance provenance) {}
