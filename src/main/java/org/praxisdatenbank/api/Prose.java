package org.praxisdatenbank.api;

import java.util.ArrayList;
import java.util.List;

/** Text of the OpenAPI document: plain, but for names of fields and parameters between backticks. */
public final class Prose {
    private Prose() {}

    /** A piece of a text; as code, or as it is. */
    public record Piece(String text, boolean isCode) {}

    /** The pieces in their order; every second one is code. */
    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String piece : text.split("`", -1)) {
            pieces.add(new Piece(piece, pieces.size() % 2 == 1));
        }
        return pieces;
    }
}
