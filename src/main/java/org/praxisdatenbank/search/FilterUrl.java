package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.search.SearchUrl.Pair;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** The part of a search's query string that filters: read and printed here, side by side. */
final class FilterUrl {
    static final String ALL = ".all";
    static final String NOT = ".not";
    static final String LEVEL = "criterion.min";
    static final String FROM = "year.from";
    static final String TO = "year.to";
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private final Vocabularies lists;
    private final int mostValues;

    FilterUrl(Vocabularies lists, int mostValues) {
        this.lists = lists;
        this.mostValues = mostValues;
    }

    /** Every name that can be read. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            names.addAll(List.of(facet.parameter(), facet.parameter() + ALL, facet.parameter() + NOT));
        }
        names.addAll(List.of(LEVEL, FROM, TO));
        return names;
    }

    static List<Pair> print(Filters filters) {
        List<Pair> pairs = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Selection selection = filters.in(facet);
            selection.any().forEach(value -> pairs.add(new Pair(facet.parameter(), value)));
            selection.all().forEach(value -> pairs.add(new Pair(facet.parameter() + ALL, value)));
            selection.none().forEach(value -> pairs.add(new Pair(facet.parameter() + NOT, value)));
        }
        filters.minimumLevels().forEach((criterion, level) -> pairs.add(new Pair(LEVEL, criterion + ":" + level)));
        print(FROM, filters.years().from(), pairs);
        print(TO, filters.years().to(), pairs);
        return pairs;
    }

    private static void print(String name, @Nullable Integer year, List<Pair> pairs) {
        if (year != null) {
            pairs.add(new Pair(name, String.valueOf(year)));
        }
    }

    Filters read(Parameters given) {
        given.refuseMore(names(), mostValues);
        Map<Facet, Selection> selections = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            selections.put(
                    facet,
                    new Selection(values(given, facet, ""), values(given, facet, ALL), values(given, facet, NOT)));
        }
        return new Filters(selections, levels(given), years(given));
    }

    private SequencedSet<String> values(Parameters given, Facet facet, String ending) {
        String name = facet.parameter() + ending;
        SequencedSet<String> values = new TreeSet<>();
        for (String value : given.all(name)) {
            values.add(facet.isOpen() ? open(name, value) : checked(name, facet, value));
        }
        return values;
    }

    /** Any text that a record may hold. */
    private static String open(String name, String value) {
        String text = value.strip();
        if (text.codePointCount(0, text.length()) > Carrier.PROVIDER_LENGTH) {
            throw new Problem.Invalid(name, "problem.text.long", String.valueOf(Carrier.PROVIDER_LENGTH)).raise();
        }
        return text;
    }

    private String checked(String name, Facet facet, String value) {
        Optional<Vocabulary> list = facet.vocabulary();
        if (list.isPresent()) {
            return term(name, list.get(), value);
        }
        if (!facet.fixedValues().contains(value)) {
            throw facet == Facet.YEAR ? noYear(name, value) : Parameters.notOneOf(name, value, facet.fixedValues());
        }
        return value;
    }

    private static RuntimeException noYear(String name, String value) {
        return new Problem.Invalid(
                        name,
                        "problem.year.range",
                        Parameters.shown(value),
                        String.valueOf(PartialDate.FIRST_YEAR),
                        String.valueOf(PartialDate.LAST_YEAR))
                .raise();
    }

    /** Its name now, where it is an alias. */
    private String term(String name, Vocabulary list, String value) {
        return lists.named(list, value).map(term -> term.id().value()).orElseThrow(() -> noTerm(name, list, value));
    }

    /** A list of values behind one name is no value: who writes it gets told how several are given. */
    private RuntimeException noTerm(String name, Vocabulary list, String value) {
        String key = value.contains(",") ? "problem.value.list" : "problem.value";
        String nearest = lists.nearest(list, value.split(",", 2)[0])
                .map(Term::id)
                .map(id -> id.value())
                .orElse("");
        return new Problem.Invalid(name, key, name, Parameters.shown(value), nearest).raise();
    }

    /** The same criterion twice: both hold, so the higher level does. */
    private SortedMap<String, Integer> levels(Parameters given) {
        SortedMap<String, Integer> levels = new TreeMap<>();
        for (String value : given.all(LEVEL)) {
            int colon = value.lastIndexOf(':');
            OptionalInt level = Parameters.digits(value.substring(colon + 1));
            if (colon < 1
                    || level.isEmpty()
                    || level.getAsInt() < Criterion.LOWEST_LEVEL
                    || level.getAsInt() > Criterion.HIGHEST_LEVEL) {
                throw new Problem.Invalid(LEVEL, "problem.level", Parameters.shown(value)).raise();
            }
            String criterion = term(LEVEL, Vocabulary.CRITERION, value.substring(0, colon));
            levels.merge(criterion, level.getAsInt(), Math::max);
        }
        return levels;
    }

    private static Years years(Parameters given) {
        @Nullable Integer from = year(given, FROM);
        @Nullable Integer to = year(given, TO);
        if (from != null && to != null && from > to) {
            throw new Problem.Invalid(TO, "problem.years", String.valueOf(from), String.valueOf(to)).raise();
        }
        return new Years(from, to);
    }

    private static @Nullable Integer year(Parameters given, String name) {
        Optional<String> value = given.last(name);
        if (value.isEmpty()) {
            return null;
        }
        OptionalInt year = Parameters.digits(value.get());
        if (year.isEmpty() || year.getAsInt() < FIRST_YEAR || year.getAsInt() > LAST_YEAR) {
            throw new Problem.Invalid(name, "problem.year", Parameters.shown(value.get())).raise();
        }
        return year.getAsInt();
    }
}
