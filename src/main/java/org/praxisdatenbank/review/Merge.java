package org.praxisdatenbank.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of the same thing, put together piece by piece; each is given by the name of its pieces, and what is not
 * there has no such piece.
 *
 * @param result with both changes; of a piece that both have changed, each to something else, what is mine
 * @param clashes the pieces of which that is so
 * @param others the pieces that only the other one has changed
 */
public record Merge<V>(Map<String, V> result, List<String> clashes, List<String> others) {
    public Merge {
        result = Collections.unmodifiableMap(new LinkedHashMap<>(result)); // keeps their order
        clashes = List.copyOf(clashes);
        others = List.copyOf(others);
    }

    /**
     * Puts them together.
     *
     * @param base what both began with
     * @param theirs what the other one made of it
     * @param mine what this one makes of it
     */
    public static <V> Merge<V> of(Map<String, V> base, Map<String, V> theirs, Map<String, V> mine) {
        Map<String, V> result = new LinkedHashMap<>(theirs);
        List<String> clashes = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String piece : pieces(base, theirs, mine)) {
            @Nullable V before = base.get(piece);
            @Nullable V there = theirs.get(piece);
            @Nullable V here = mine.get(piece);
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
            if (here == null) {
                result.remove(piece);
            } else {
                result.put(piece, here);
            }
        }
        return new Merge<>(result, clashes, others);
    }

    private static Set<String> pieces(Map<String, ?> base, Map<String, ?> theirs, Map<String, ?> mine) {
        Set<String> pieces = new LinkedHashSet<>(base.keySet());
        pieces.addAll(theirs.keySet());
        pieces.addAll(mine.keySet());
        return pieces;
    }
}
