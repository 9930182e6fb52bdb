package org.praxisdatenbank.transfer;

import java.util.Optional;
import org.praxisdatenbank.problem.Said;

/**
 * What a text may be.
 *
 * @param longest characters (code points)
 * @param hasLines whether line ends and tabs belong into it
 * @param isToken whether white space around it means nothing in the cell of a table
 */
record TextRule(boolean isRequired, int longest, boolean hasLines, boolean isToken) {
    /** For ids, dates and numbers in quotation marks: their own form says more than their length. */
    static final TextRule TOKEN = token(1_000);

    static final TextRule REQUIRED_TOKEN = new TextRule(true, 1_000, false, true);

    static TextRule token(int longest) {
        return new TextRule(false, longest, false, true);
    }

    static TextRule line(int longest) {
        return new TextRule(false, longest, false, false);
    }

    static TextRule requiredLine(int longest) {
        return new TextRule(true, longest, false, false);
    }

    static TextRule lines(int longest) {
        return new TextRule(false, longest, true, false);
    }

    static TextRule requiredLines(int longest) {
        return new TextRule(true, longest, true, false);
    }

    /** What is wrong with the text and what to do; empty when nothing is. */
    Optional<Said> fault(String text) {
        if (text.isBlank()) {
            return Optional.of(Said.of(isRequired ? "finding.empty.required" : "finding.empty.optional"));
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Optional.of(Said.of("finding.characters", length, longest));
        }
        return text.codePoints().filter(this::isRefused).mapToObj(this::refusal).findFirst();
    }

    /** Unpaired surrogates are no characters, and the database cannot hold U+0000; the others nobody can see. */
    private boolean isRefused(int character) {
        if (character < ' ') {
            return !hasLines || (character != '\n' && character != '\t');
        }
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private Said refusal(int character) {
        if (character >= ' ') {
            return Said.of("finding.half_character", String.format("\\u%04x", character));
        }
        String key = hasLines ? "finding.control.lines" : "finding.control.line";
        return Said.of(key, String.format("\\u%04x", character));
    }
}
