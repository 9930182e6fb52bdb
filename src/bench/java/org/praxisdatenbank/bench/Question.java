package org.praxisdatenbank.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;

/**
 * One query of the mix, in the words of both sides.
 *
 * @param words as written; of a prefix its letters
 * @param filters any of the values, in each facet
 */
record Question(Kind kind, List<String> words, Map<Facet, List<String>> filters) {
    /** The facets that both sides count. */
    static final Set<Facet> COUNTED = EnumSet.range(Facet.TOPIC, Facet.FIELD);

    static final Question EVERYTHING = new Question(Kind.EVERYTHING, List.of(), Map.of());

    /** How the words are asked for. */
    enum Kind {
        EVERYTHING,
        WORD,
        TWO_WORDS,
        PHRASE,
        PREFIX,
        FUZZY
    }

    /** As somebody would type it. */
    String text() {
        return switch (kind) {
            case EVERYTHING -> "";
            case WORD, TWO_WORDS -> String.join(" ", words);
            case PHRASE -> '"' + String.join(" ", words) + '"';
            case PREFIX -> words.getFirst() + "*";
            case FUZZY -> words.getFirst() + "~";
        };
    }

    /** For the API. */
    String api() {
        String counted = COUNTED.stream().map(Facet::parameter).collect(Collectors.joining(","));
        return "/api/v1/practices?" + parameters() + "&facets=" + counted;
    }

    /** For people. */
    String page() {
        return "/suche?" + parameters();
    }

    private String parameters() {
        StringBuilder url = new StringBuilder("q=" + encoded(text()) + "&match=all");
        filters.forEach((facet, values) -> values.forEach(
                value -> url.append('&').append(facet.parameter()).append('=').append(encoded(value))));
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** For the index itself. */
    SearchQuery query(Sort sort, boolean isHighlighted) {
        Filters chosen = Filters.NONE;
        for (Map.Entry<Facet, List<String>> filter : filters.entrySet()) {
            chosen = chosen.with(filter.getKey(), Selection.any(filter.getValue().toArray(String[]::new)));
        }
        return new SearchQuery(text(), chosen, Match.ALL, sort, Window.FIRST, new Wanted(COUNTED, isHighlighted));
    }
}
