package org.praxisdatenbank.german;

import java.util.Arrays;
import java.util.List;

/**
 * Letters and digits without a gap, as they stand in a text. Soft hyphens, apostrophes and the marks of gender forms
 * ({@code Schüler*innen}) are left out, and letters are composed; where each letter stood is kept. Immutable.
 */
public final class Piece {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Piece(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** @param starts for every char of the text where it begins in the source, {@code ends} where it ends */
    static Piece of(StringBuilder text, int[] starts, int[] ends) {
        return new Piece(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
    }

    /** All of them as one word, the hyphens between them left out. */
    static Piece joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));
        int[] starts = pieces.stream()
                .flatMapToInt(piece -> Arrays.stream(piece.starts))
                .toArray();
        int[] ends =
                pieces.stream().flatMapToInt(piece -> Arrays.stream(piece.ends)).toArray();
        return new Piece(text.toString(), starts, ends);
    }

    /** At least one char. */
    public String text() {
        return text;
    }

    /** Where it begins in the source text. */
    public int start() {
        return starts[0];
    }

    /** Where it ends in the source text, exclusive. */
    public int end() {
        return ends[ends.length - 1];
    }

    /** Where a char of {@link #text} begins in the source text. */
    public int start(int index) {
        return starts[index];
    }

    /** Where a char of {@link #text} ends in the source text, exclusive. */
    public int end(int index) {
        return ends[index];
    }
}
