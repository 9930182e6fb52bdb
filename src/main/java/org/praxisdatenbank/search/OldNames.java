package org.praxisdatenbank.search;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Names under which facets were or might be asked for. They are read in every address, as the names they stand for, and
 * never printed. A released name is never taken from here.
 */
final class OldNames {
    private static final Map<String, String> CURRENT = Map.ofEntries(
            entry("thema", "topic"),
            entry("themenbereich", "topic"),
            entry("land", "state"),
            entry("bundesland", "state"),
            entry("kriterium", "criterion"),
            entry("art", "type"),
            entry("zielgruppe", "target_group"),
            entry("alter", "age_group"),
            entry("altersgruppe", "age_group"),
            entry("lebenswelt", "setting"),
            entry("handlungsfeld", "field"),
            entry("jahr", "year"),
            entry("aktualitaet", "freshness"),
            entry("vollstaendigkeit", "completeness"),
            entry("traeger", "provider"),
            entry("träger", "provider"));

    private OldNames() {}

    /** The name now; with what stands behind a point ({@code kriterium.min}) as it is. Unknown names stay. */
    static String current(String name) {
        int point = name.indexOf('.');
        String facet = point < 0 ? name : name.substring(0, point);
        return CURRENT.getOrDefault(facet, facet) + name.substring(facet.length());
    }
}
