package org.praxisdatenbank.index;

/** Kinds in the order in which they are shown. */
enum SuggestionKind {
    TERM(1),
    WORD(2),
    /** A word that begins so with its second part, or a later one. */
    WORD_INSIDE(2),
    PROVIDER(1),
    PLACE(1),
    TITLE(1);

    private final int share;

    SuggestionKind(int share) {
        this.share = share;
    }

    /** How many are shown before other kinds may take their places. */
    int share() {
        return share;
    }
}
