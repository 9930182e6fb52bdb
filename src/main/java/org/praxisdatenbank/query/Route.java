package org.praxisdatenbank.query;

/** By which way a word that was asked for led to a word of a text; the straightest first. */
public enum Route {
    /** The very same word. */
    SAME_WORD,
    /** Another form of it: another case or number, or the name of the other gender. */
    WORD_FORM,
    /** The words of a phrase, next to each other. */
    PHRASE,
    /** A part of a compound. */
    COMPOUND_PART,
    /** The parts of the word that was asked for, near each other. */
    PARTS_TOGETHER,
    /** Another word that means the same. */
    SYNONYM,
    /** The parts of a compound near each other, some of them by a word that means the same. */
    RELATED_PARTS,
    /** A narrower word. */
    NARROWER,
    /** Fits a pattern. */
    PATTERN,
    /** Spelt nearly like it. */
    SPELLING
}
