package org.praxisdatenbank.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of the same thing, put together piece by piece.
 *
 * @param result with both changes; of a piece that both have changed, each to something else, what is mine
 * @param clashes the pieces of which that is so
 * @param others the pieces that only the other one has changed
 */
record Merge(Entered result, List<String> clashes, List<String> others) {
    Merge {
        clashes = List.copyOf(clashes);
        others = List.copyOf(others);
    }

    /**
     * @param base what both began with
     * @param theirs what the other one made of it
     * @param mine what this one makes of it
     */
    static Merge of(Entered base, Entered theirs, Entered mine) {
        Entered result = theirs;
        List<String> clashes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String piece : pieces(base, theirs, mine)) {
            @Nullable JsonNode before = base.pieces().get(piece);
            @Nullable JsonNode there = theirs.pieces().get(piece);
            @Nullable JsonNode here = mine.pieces().get(piece);
            boolean isChangedThere = !Objects.equals(there, before);
            if (Objects.equals(here, before)) {
                if (isChangedThere) {
                    others.add(piece);
                }
                continue;
            }
            if (isChangedThere && !Objects.equals(here, there)) {
                clashes.add(piece);
            }
            result = result.with(piece, here);
        }
        return new Merge(result, clashes, others);
    }

    private static Set<String> pieces(Entered... all) {
        Set<String> pieces = new LinkedHashSet<>();
        for (Entered entered : all) {
            pieces.addAll(entered.pieces().keySet());
        }
        return pieces;
    }
}
