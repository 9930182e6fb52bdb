package org.praxisdatenbank.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.query.Reason.Raise;

/**
 * The answer to a {@link SearchQuery}.
 *
 * @param total how many practices match: exact, unless partial
 * @param match which of the two ways was used
 * @param understood the text as it was read, in the form of the query text
 * @param facets the counted facets, for those that were wanted
 * @param unlisted how many values of an open facet were found beyond those listed; without facets that list all
 * @param next cursor for the hits after these; null: there are no more
 * @param isPartial whether the time was up before every practice had been looked at: hits may be missing, and all
 *     numbers are of those found by then
 * @param timing where its time went; whoever goes on working on the answer goes on with it
 */
public record Results(
        long total,
        SearchQuery.Match match,
        String understood,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        Map<Facet, Integer> unlisted,
        @Nullable String next,
        boolean isPartial,
        Timing timing) {
    public Results {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
        unlisted = Map.copyOf(unlisted);
    }

    /**
     * One practice that was found.
     *
     * @param score how well it matches; higher is better; comparable within one search only
     * @param shown what of it matches; {@link Shown#NOTHING} where highlights were not wanted
     */
    public record Hit(PracticeSummary practice, double score, Shown shown) {}

    /**
     * What of a practice matches.
     *
     * @param title with the matching words marked
     * @param snippet best part of summary or description, likewise
     * @param reasons every word that was found, by the words of the query; empty where no text was asked
     * @param missing words of the query that are found nowhere in it, as typed
     * @param raised what put it before others
     */
    public record Shown(
            List<Fragment> title,
            List<Fragment> snippet,
            List<Reason> reasons,
            List<String> missing,
            Set<Raise> raised) {
        public static final Shown NOTHING = new Shown(List.of(), List.of(), List.of(), List.of(), Set.of());

        public Shown {
            title = List.copyOf(title);
            snippet = List.copyOf(snippet);
            reasons = List.copyOf(reasons);
            missing = List.copyOf(missing);
            raised = Set.copyOf(raised);
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
