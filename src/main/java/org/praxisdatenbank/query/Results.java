package org.praxisdatenbank.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeSummary;

/**
 * The answer to a {@link SearchQuery}.
 *
 * @param total how many practices match: exact, always
 * @param match which of the two ways was used
 * @param understood the text as it was read, in the form of the query text
 * @param facets the counted facets, for those that were wanted
 * @param next cursor for the hits after these; null: there are no more
 */
public record Results(
        long total,
        SearchQuery.Match match,
        String understood,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        @Nullable String next) {
    public Results {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /**
     * One practice that was found.
     *
     * @param score how well it matches; higher is better; comparable within one search only
     * @param title with the matching words marked; empty where highlights were not wanted
     * @param snippet best part of summary or description, likewise
     */
    public record Hit(PracticeSummary practice, double score, List<Fragment> title, List<Fragment> snippet) {
        public Hit {
            title = List.copyOf(title);
            snippet = List.copyOf(snippet);
        }
    }

    /** A piece of text, marked where it matches. */
    public record Fragment(String text, boolean marked) {}

    /**
     * One value of a facet.
     *
     * @param count the total of this very search with the facet's own any-of choice replaced by this value alone
     */
    public record FacetCount(String value, long count, boolean selected) {}

    public Optional<String> nextCursor() {
        return Optional.ofNullable(next);
    }
}
