package org.praxisdatenbank.review;

import java.util.Arrays;
import java.util.Optional;

/** The pages of the form, in their order. */
enum Part {
    WHAT(1, "was"),
    WHO(2, "wer"),
    WHOM(3, "fuer-wen"),
    TOPICS(4, "themen"),
    WHEN(5, "wann");

    private final int number;
    private final String id;

    Part(int number, String id) {
        this.number = number;
        this.id = id;
    }

    /** In addresses and texts. */
    String id() {
        return id;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** Empty: this is the last. */
    Optional<Part> next() {
        return Arrays.stream(values()).filter(part -> part.number == number + 1).findFirst();
    }

    /** Empty: there is no such part. */
    static Optional<Part> of(String id) {
        return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst();
    }
}
