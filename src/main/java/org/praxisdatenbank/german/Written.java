package org.praxisdatenbank.german;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A word as people see it: between spaces, with its hyphens ({@code Vor-Ort-Beratung}).
 *
 * @param pieces what stands between the hyphens; at least one
 */
public record Written(List<Piece> pieces) {
    public Written {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a word without letters");
        }
    }

    /** The word without its hyphens ({@code E-Mail} as {@code EMail}); empty for one piece, and for rows of numbers. */
    public Optional<Piece> joined() {
        boolean isWord = pieces.size() > 1
                && pieces.stream().allMatch(piece -> piece.text().codePoints().anyMatch(Character::isLetter));
        return isWord ? Optional.of(Piece.joined(pieces)) : Optional.empty();
    }

    /** The pieces of all words of a text, in their order. */
    public static Stream<Piece> pieces(String text) {
        return in(text).stream().flatMap(word -> word.pieces().stream());
    }

    /** The words of a text in their order; empty where it has neither letters nor digits. */
    public static List<Written> in(String text) {
        return new WordScanner(text).words();
    }
}
