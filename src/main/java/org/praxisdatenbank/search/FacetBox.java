package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.web.Frame;

/**
 * A facet as a group of check boxes.
 *
 * @param name of the parameter
 * @param help what the numbers mean
 * @param chosen how many of its boxes are checked
 * @param isOpen whether it is unfolded at first
 */
public record FacetBox(String name, String label, String help, int chosen, boolean isOpen, Values values) {
    private static final Set<Facet> OPEN = Set.of(Facet.TOPIC, Facet.STATE, Facet.GOOD_PRACTICE, Facet.TYPE);
    /** Of an open facet so many values at most: a page with all of them, to be searched, is one click away. */
    static final int MOST = 20;

    /** Up to so many are all in sight; of more, only the first. */
    private static final int SHORT = 8;

    private static final int FIRST = 6;

    /**
     * What can be chosen.
     *
     * @param first the boxes that are always in sight
     * @param more those that a long list folds away; none of them is checked
     * @param all address of a page with all values; null: there are few
     * @param unlisted how many values were found besides
     */
    public record Values(List<Box> first, List<Box> more, @Nullable String all, int unlisted) {
        public Values {
            first = List.copyOf(first);
            more = List.copyOf(more);
        }
    }

    /**
     * A value to choose.
     *
     * @param id in the page
     * @param count how many practices it has, in the page's language
     */
    public record Box(String id, String value, String label, String count, boolean isChecked) {}

    /** Empty where there is nothing to choose. */
    static Optional<FacetBox> of(Facet facet, SearchQuery query, Results results, FacetLabels labels, Frame frame) {
        List<FacetCount> shown = results.facets().getOrDefault(facet, List.of()).stream()
                .filter(count -> isShown(facet, count))
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int chosen = (int) shown.stream().filter(FacetCount::selected).count();
        boolean isOpen = OPEN.contains(facet) || chosen > 0;
        List<Box> first = new ArrayList<>();
        List<Box> more = new ArrayList<>();
        for (FacetCount count : shown) {
            boolean isInSight = shown.size() <= SHORT || first.size() < FIRST || count.selected();
            (isInSight ? first : more).add(box(facet, count, labels, frame));
        }
        @Nullable String all = more.isEmpty() ? null : frame.link(FacetUrl.page(facet, query));
        Values values = new Values(first, more, all, results.unlisted().getOrDefault(facet, 0));
        return Optional.of(
                new FacetBox(facet.parameter(), labels.of(facet), labels.help(facet), chosen, isOpen, values));
    }

    /** Nobody looks for what is no Good Practice; who has it in the address can take it away again. */
    private static boolean isShown(Facet facet, FacetCount count) {
        boolean isOffered = facet != Facet.GOOD_PRACTICE || count.value().equals("true");
        return count.selected() || (isOffered && count.count() > 0);
    }

    /** The same for the same value, wherever it stands; names have characters that ids cannot have. */
    private static String id(Facet facet, String value) {
        String end = facet.isOpen() ? Integer.toHexString(value.hashCode()) : value;
        return "f-" + facet.parameter() + "-" + end;
    }

    private static Box box(Facet facet, FacetCount count, FacetLabels labels, Frame frame) {
        return new Box(
                id(facet, count.value()),
                count.value(),
                labels.of(facet, count.value()),
                frame.number(count.count()),
                count.selected());
    }
}
