package org.praxisdatenbank.index;

/** Where in a text a completion begins; nearer to its start is better. */
enum KeyPlace {
    START("", 1),
    WORD("+", 2),
    PART("-", 3);

    /** What the terms begin with; no word can. */
    private final String mark;

    private final int rank;

    KeyPlace(String mark, int rank) {
        this.mark = mark;
        this.rank = rank;
    }

    /** Lower is better. */
    int rank() {
        return rank;
    }

    String mark() {
        return mark;
    }
}
