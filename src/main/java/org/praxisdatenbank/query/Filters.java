package org.praxisdatenbank.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a practice must carry besides matching the words.
 *
 * @param selections what is chosen in each facet; a facet that is missing chooses nothing
 * @param minimumLevels criterion id to the level (1 to 5) it must reach; a practice that states no level does not
 * @param years running at some time within these years
 */
public record Filters(Map<Facet, Selection> selections, SortedMap<String, Integer> minimumLevels, Years years) {
    public static final Filters NONE = new Filters(Map.of(), new TreeMap<>(), Years.ANY);

    public Filters {
        EnumMap<Facet, Selection> chosen = new EnumMap<>(Facet.class);
        selections.forEach((facet, selection) -> {
            if (!selection.isEmpty()) {
                chosen.put(facet, selection);
            }
        });
        selections = Collections.unmodifiableMap(chosen);
        minimumLevels = Collections.unmodifiableSortedMap(new TreeMap<>(minimumLevels));
    }

    public Selection in(Facet facet) {
        return selections.getOrDefault(facet, Selection.NOTHING);
    }

    public boolean isEmpty() {
        return selections.isEmpty() && minimumLevels.isEmpty() && years.equals(Years.ANY);
    }

    /** The same with another choice in one facet. */
    public Filters with(Facet facet, Selection selection) {
        Map<Facet, Selection> changed = new EnumMap<>(Facet.class);
        changed.putAll(selections);
        changed.put(facet, selection);
        return new Filters(changed, minimumLevels, years);
    }
}
