package org.praxisdatenbank.vocabulary;

/** Names one value of one list, for example {@code state DE-BY}. */
public record TermId(Vocabulary vocabulary, String value) {
    public TermId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a term of " + vocabulary.id() + " without an id");
        }
    }

    @Override
    public String toString() {
        return vocabulary.id() + " " + value;
    }
}
