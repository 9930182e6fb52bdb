package org.praxisdatenbank.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** Finds values of a facet by what is in their labels; safe for use by any thread. */
record FacetValues(PracticeSearch search) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Counted by the search itself, so that the numbers are the same. */
    FacetQuery.Answer of(FacetQuery query, FacetLabels labels) {
        Results results = search.search(query.search()
                .with(new Window(1, 1, null))
                .with(new Wanted(Set.of(query.facet()), false, Integer.MAX_VALUE)));
        List<String> words = List.of(plain(query.find()).strip().split("\\s+"));
        List<FacetCount> found = results.facets().getOrDefault(query.facet(), List.of()).stream()
                .filter(count -> contains(labels.of(query.facet(), count.value()), words))
                .toList();
        int first = (int) Math.min((query.page() - 1L) * query.size(), found.size());
        int end = Math.min(first + query.size(), found.size());
        return new FacetQuery.Answer(found.size(), found.subList(first, end), results.isPartial());
    }

    private static boolean contains(String label, List<String> words) {
        String plain = plain(label);
        return words.stream().allMatch(plain::contains);
    }

    /** Lower case; {@code ä} and {@code ae} as {@code a} and likewise, {@code ß} as {@code ss}, no marks on letters. */
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.GERMAN).replace("ß", "ss");
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }
}
