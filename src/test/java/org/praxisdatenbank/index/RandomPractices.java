package org.praxisdatenbank.index;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Draws practices, changes and searches; what fails shrinks to few and plain ones.
 *
 * @param lists where values are drawn from
 */
@NullMarked
public record RandomPractices(Vocabularies lists) {
    /** Ids of all practices that are drawn begin with it. */
    public static final String PREFIX = "zufall-";

    private static final int IDS = 40;
    private static final List<String> WORDS = List.of("Alpha", "Beta", "Gamma");
    /** What tells titles apart in the order of a dictionary. */
    private static final List<String> NAMES =
            List.of("a", "A", "ä", "Ä", "ae", "ss", "ß", "Öl", "ol", "Zug-Luft", "Zugluft", "7", "10", "é", "e");

    private static final List<String> PROVIDERS =
            List.of("AWO", "awo", "Ärztekammer Süd", "Zeche e. V.", "Öffnung", "Müller & Söhne", "a=b&c?d+e/f%20");

    /** Changes that are made together, and what is asked then. */
    public record Step(List<StoredPractice> changed, Set<String> gone, List<SearchQuery> asked) {}

    public Arbitrary<Step> step() {
        return Combinators.combine(
                        practice().list().ofMaxSize(16),
                        id().set().ofMaxSize(4),
                        query().list().ofMinSize(1).ofMaxSize(3))
                .as(RandomPractices::step);
    }

    private static Step step(List<StoredPractice> changed, Set<String> gone, List<SearchQuery> asked) {
        Map<String, StoredPractice> byId = new LinkedHashMap<>();
        changed.forEach(practice -> byId.put(practice.id().value(), practice));
        byId.keySet().removeAll(gone);
        return new Step(List.copyOf(byId.values()), gone, asked);
    }

    private static Arbitrary<String> id() {
        return Arbitraries.integers().between(1, IDS).map(number -> PREFIX + number);
    }

    public Arbitrary<StoredPractice> practice() {
        Arbitrary<Samples> sorted = Combinators.combine(
                        id(),
                        title(),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9),
                        confirmed())
                .as((id, title, created, updated, confirmed) -> Samples.practice(id)
                        .titled(title)
                        .confirmed(confirmed)
                        .created(Samples.CREATED.plusMillis(created))
                        .updated(Samples.CREATED.plusMillis(updated)));
        Arbitrary<Boolean> passed = Arbitraries.of(true, false).injectNull(0.3);
        Arbitrary<String> provider = Arbitraries.of(PROVIDERS).injectNull(0.3);
        Arbitrary<Map<String, Integer>> levels = Arbitraries.maps(
                        value(Vocabulary.CRITERION), Arbitraries.integers().between(0, 5))
                .ofMaxSize(3);
        return Combinators.combine(sorted, value(Vocabulary.TYPE), terms(), levels, passed, provider, start(), length())
                .as((practice, type, terms, criteria, isPassed, by, start, length) -> {
                    terms.forEach((list, values) -> practice.with(list, values.toArray(String[]::new)));
                    criteria.forEach((criterion, level) -> practice.criterion(criterion, level == 0 ? null : level));
                    Samples drawn = practice.type(type).by(by, null);
                    drawn.goodPractice(isPassed);
                    if (Boolean.TRUE.equals(isPassed) && start % 2 == 0) {
                        drawn.example("Es begann im Quartier.", "Alle reden mit.");
                    }
                    return (start % 3 == 0 ? drawn.detailed() : drawn)
                            .running(start < 0 ? null : String.valueOf(start), end(start, length))
                            .stored();
                });
    }

    /** Around the days on which something ceases to be fresh, from today and from the day of tests that have one. */
    private static Arbitrary<LocalDate> confirmed() {
        return Combinators.combine(
                        Arbitraries.of(LocalDate.now(ZoneId.of("Europe/Berlin")), LocalDate.of(2026, 7, 1)),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-2, 2))
                .as((today, years, days) -> today.minusYears(years).plusDays(days))
                .injectNull(0.3);
    }

    private static Arbitrary<String> title() {
        return Combinators.combine(
                        Arbitraries.of(NAMES), Arbitraries.of(WORDS).set().ofMaxSize(3))
                .as((name, words) ->
                        String.join(" ", name, String.join(" ", words)).strip());
    }

    /** The first year, or -1. */
    private static Arbitrary<Integer> start() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(-1)),
                Tuple.of(3, Arbitraries.integers().between(1995, 2030)));
    }

    /** Years from first to last, -1 for an open end, -2 for none that is known. */
    private static Arbitrary<Integer> length() {
        return Arbitraries.integers().between(-2, 20);
    }

    private static @Nullable String end(int start, int length) {
        return switch (length) {
            case -2 -> null;
            case -1 -> "open";
            default -> String.valueOf((start < 0 ? 2015 : start) + length);
        };
    }

    private Arbitrary<Map<Vocabulary, Set<String>>> terms() {
        List<Arbitrary<Set<String>>> drawn = new ArrayList<>();
        List<Vocabulary> kinds = termLists();
        kinds.forEach(list ->
                drawn.add(value(list).set().ofMaxSize(Math.min(3, ids(list).size()))));
        return Combinators.combine(drawn).as(values -> {
            Map<Vocabulary, Set<String>> terms = new EnumMap<>(Vocabulary.class);
            for (int place = 0; place < kinds.size(); place++) {
                terms.put(kinds.get(place), values.get(place));
            }
            return terms;
        });
    }

    private List<Vocabulary> termLists() {
        return List.of(
                        Vocabulary.TOPIC,
                        Vocabulary.STATE,
                        Vocabulary.FIELD,
                        Vocabulary.SETTING,
                        Vocabulary.TARGET_GROUP,
                        Vocabulary.AGE_GROUP)
                .stream()
                .filter(list -> !ids(list).isEmpty())
                .toList();
    }

    private List<String> ids(Vocabulary list) {
        return lists.terms(list).stream().map(term -> term.id().value()).toList();
    }

    private Arbitrary<String> value(Vocabulary list) {
        return Arbitraries.of(ids(list));
    }

    /** A search for its whole answer; its window says how big pages are. */
    public Arbitrary<SearchQuery> query() {
        Arbitrary<String> text = Arbitraries.of(WORDS)
                .map(String::toLowerCase)
                .set()
                .ofMaxSize(2)
                .map(words -> String.join(" ", words));
        Arbitrary<Match> match = Arbitraries.of(Match.class).injectNull(0.5);
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 12);
        return Combinators.combine(text, filters(), match, Arbitraries.of(Sort.class), size)
                .as((words, filters, way, sort, hits) -> new SearchQuery(
                        words,
                        filters,
                        way,
                        sort,
                        new Window(1, hits, null),
                        new Wanted(Set.of(Facet.values()), false)));
    }

    public Arbitrary<Filters> filters() {
        Arbitrary<Map<Facet, Selection>> selections = Arbitraries.of(choosable())
                .flatMap(facet -> selection(facet).map(selection -> Map.entry(facet, selection)))
                .list()
                .ofMaxSize(3)
                .map(chosen -> {
                    Map<Facet, Selection> byFacet = new EnumMap<>(Facet.class);
                    chosen.forEach(one -> byFacet.put(one.getKey(), one.getValue()));
                    return byFacet;
                });
        Arbitrary<Integer> level = Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 4));
        return Combinators.combine(selections, value(Vocabulary.CRITERION), level, years())
                .as((chosen, criterion, least, years) -> new Filters(
                        chosen, least == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(criterion, least)), years));
    }

    private List<Facet> choosable() {
        return List.of(Facet.values()).stream()
                .filter(facet -> !values(facet).isEmpty())
                .toList();
    }

    private Arbitrary<Selection> selection(Facet facet) {
        Arbitrary<Set<String>> any = Arbitraries.of(values(facet))
                .set()
                .ofMaxSize(Math.min(3, values(facet).size()));
        Arbitrary<Set<String>> few = Arbitraries.of(values(facet)).set().ofMaxSize(1);
        return Combinators.combine(any, few, few)
                .as((one, all, none) -> new Selection(new TreeSet<>(one), new TreeSet<>(all), new TreeSet<>(none)));
    }

    private List<String> values(Facet facet) {
        if (facet == Facet.YEAR) {
            return IntStream.range(1990, 2055).mapToObj(String::valueOf).toList();
        }
        if (facet == Facet.PROVIDER) {
            return List.of("AWO", "Öffnung", "Zeche e. V.", "a=b&c?d+e/f%20", "niemand");
        }
        return facet.vocabulary().map(this::ids).orElse(facet.fixedValues());
    }

    private static Arbitrary<Years> years() {
        Arbitrary<Integer> year = Arbitraries.integers().between(1990, 2035).injectNull(0.7);
        return Combinators.combine(year, year)
                .as((from, to) -> from != null && to != null && from > to ? new Years(to, from) : new Years(from, to));
    }
}
