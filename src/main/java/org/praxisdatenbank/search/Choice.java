package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * One filter that is chosen.
 *
 * @param label the facet and the value
 * @param without the filters when it is taken away
 */
record Choice(String label, Filters without) {

    /** All that are chosen, in the order in which addresses print them. */
    static List<Choice> of(Filters filters, FacetLabels labels) {
        List<Choice> choices = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            choices.addAll(of(filters, facet, labels));
        }
        filters.minimumLevels().forEach((criterion, level) -> choices.add(ofLevel(filters, criterion, level, labels)));
        if (!filters.years().equals(Years.ANY)) {
            Filters without = new Filters(filters.selections(), filters.minimumLevels(), Years.ANY);
            choices.add(new Choice(years(filters.years(), labels), without));
        }
        return choices;
    }

    private static List<Choice> of(Filters filters, Facet facet, FacetLabels labels) {
        Selection chosen = filters.in(facet);
        List<Choice> choices = new ArrayList<>();
        for (String value : chosen.any()) {
            Selection less = chosen.withAny(minus(chosen.any(), value));
            choices.add(new Choice(any(facet, value, labels), filters.with(facet, less)));
        }
        for (String value : chosen.all()) {
            Selection less = new Selection(chosen.any(), minus(chosen.all(), value), chosen.none());
            choices.add(new Choice(label("choice.all", facet, value, labels), filters.with(facet, less)));
        }
        for (String value : chosen.none()) {
            Selection less = new Selection(chosen.any(), chosen.all(), minus(chosen.none(), value));
            choices.add(new Choice(label("choice.not", facet, value, labels), filters.with(facet, less)));
        }
        return choices;
    }

    private static TreeSet<String> minus(Collection<String> values, String value) {
        TreeSet<String> less = new TreeSet<>(values);
        less.remove(value);
        return less;
    }

    /** Its values name the facet themselves. */
    private static String any(Facet facet, String value, FacetLabels labels) {
        return facet == Facet.GOOD_PRACTICE ? labels.of(facet, value) : label("choice.any", facet, value, labels);
    }

    private static String label(String key, Facet facet, String value, FacetLabels labels) {
        return labels.texts().get(key, labels.of(facet), labels.of(facet, value));
    }

    private static Choice ofLevel(Filters filters, String criterion, int level, FacetLabels labels) {
        SortedMap<String, Integer> less = new TreeMap<>(filters.minimumLevels());
        less.remove(criterion);
        String name = labels.lists().label(new TermId(Vocabulary.CRITERION, criterion), labels.language());
        return new Choice(
                labels.texts().get("choice.level", name, String.valueOf(level)),
                new Filters(filters.selections(), less, filters.years()));
    }

    private static String years(Years years, FacetLabels labels) {
        String from = String.valueOf(years.from());
        String to = String.valueOf(years.to());
        if (years.from() == null) {
            return labels.texts().get("choice.years.to", to);
        }
        return years.to() == null
                ? labels.texts().get("choice.years.from", from)
                : labels.texts().get("choice.years", from, to);
    }
}
