package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;

/** The facets whose values are of no list. */
final class FacetsTest {
    private static final int THIS_YEAR = TestIndex.TODAY.getYear();

    @TempDir
    Path folder;

    private static List<String> years(Results results) {
        return results.facets().getOrDefault(Facet.YEAR, List.of()).stream()
                .map(count -> count.value() + " " + count.count())
                .toList();
    }

    @Test
    void years_run_from_the_first_stated_to_this_one_and_to_a_stated_end_newest_first() {
        try (TestIndex index = TestIndex.of(
                folder,
                Samples.practice("open").running(String.valueOf(THIS_YEAR - 2), "open"),
                Samples.practice("no-end").running(String.valueOf(THIS_YEAR - 1), null),
                Samples.practice("planned").running(String.valueOf(THIS_YEAR), String.valueOf(THIS_YEAR + 1)),
                Samples.practice("only-end").running(null, String.valueOf(THIS_YEAR - 4)),
                Samples.practice("nothing-stated"))) {
            assertThat(years(index.search(""))).containsExactly("2027 3", "2026 3", "2025 2", "2024 1", "2022 1");
            Filters open = Filters.NONE.with(Facet.STATUS, Selection.any("unknown"));
            assertThat(years(index.search("", open))).containsExactly("2026 1", "2025 1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 1991, 2005, 2026, 2027, 2055, 2099})
    void a_year_finds_what_a_span_of_this_one_year_finds(int year) {
        try (TestIndex index = TestIndex.of(folder, spans(new Random(5)))) {
            Filters span = new Filters(Map.of(), new TreeMap<>(), new Years(year, year));
            Results chosen = index.search("", Filters.NONE.with(Facet.YEAR, Selection.any(String.valueOf(year))));
            assertThat(chosen.total()).isEqualTo(index.search("", span).total());
            assertThat(chosen.facets().get(Facet.YEAR))
                    .contains(new FacetCount(String.valueOf(year), chosen.total(), true));
        }
    }

    private static Samples[] spans(Random random) {
        return IntStream.range(0, 120)
                .mapToObj(number -> {
                    int start = 1990 + random.nextInt(40);
                    String end = random.nextInt(3) == 0 ? "open" : String.valueOf(start + random.nextInt(30));
                    return Samples.practice("practice-" + number)
                            .running(random.nextInt(4) == 0 ? null : String.valueOf(start), end);
                })
                .toArray(Samples[]::new);
    }

    @Test
    void every_year_that_there_is_can_be_chosen_at_once() {
        Set<String> all = new TreeSet<>(Facet.YEAR.fixedValues());
        try (TestIndex index = TestIndex.of(folder, Samples.practice("open").running("2000", "open"))) {
            assertThat(index.search("", Filters.NONE.with(Facet.YEAR, Selection.NOTHING.withAny(all)))
                            .total())
                    .isEqualTo(1);
            Set<String> since = new TreeSet<>(
                    all.stream().filter(year -> year.compareTo("2000") >= 0).toList());
            Selection every = new Selection(new TreeSet<>(), new TreeSet<>(since), new TreeSet<>());
            assertThat(index.search("", Filters.NONE.with(Facet.YEAR, every)).total())
                    .isEqualTo(1);
        }
    }

    private static Results providers(TestIndex index, Filters filters, int values) {
        return index.index.search(
                SearchQuery.EVERYTHING.with(filters).with(new Wanted(Set.of(Facet.PROVIDER), false, values)));
    }

    private static List<String> listed(Results results) {
        return results.facets().getOrDefault(Facet.PROVIDER, List.of()).stream()
                .map(FacetCount::value)
                .toList();
    }

    @Test
    void providers_are_ordered_by_count_then_by_name_and_never_cut_silently() {
        List<Samples> practices = new ArrayList<>();
        for (String provider : List.of("Zeche", "Ärztekammer", "ärztekammer", "Bund", "Bund", " Bund ", "Öffnung")) {
            practices.add(Samples.practice("practice-" + practices.size()).by(provider, null));
        }
        practices.add(Samples.practice("none"));
        try (TestIndex index = TestIndex.of(folder, practices.toArray(Samples[]::new))) {
            Results all = providers(index, Filters.NONE, 5);
            assertThat(listed(all)).containsExactly("Bund", "ärztekammer", "Ärztekammer", "Öffnung", "Zeche");
            assertThat(all.unlisted()).isEmpty();

            Results two = providers(index, Filters.NONE, 2);
            assertThat(listed(two)).containsExactly("Bund", "ärztekammer");
            assertThat(two.unlisted()).containsOnly(Map.entry(Facet.PROVIDER, 3));

            Filters chosen = Filters.NONE.with(Facet.PROVIDER, Selection.any("Zeche", "niemand"));
            Results withChosen = providers(index, chosen, 2);
            assertThat(listed(withChosen)).containsExactly("Bund", "ärztekammer", "Zeche", "niemand");
            assertThat(withChosen.unlisted()).containsOnly(Map.entry(Facet.PROVIDER, 2));
        }
    }

    @Test
    void providers_that_count_the_same_are_listed_by_name_whichever_are_cut() {
        List<Samples> practices = IntStream.range(0, 300)
                .mapToObj(number -> Samples.practice("practice-" + number).by("Träger %03d".formatted(number), null))
                .toList();
        try (TestIndex index = TestIndex.of(folder, practices.toArray(Samples[]::new))) {
            List<String> all = listed(providers(index, Filters.NONE, 1_000));
            assertThat(all).hasSize(300).isSorted();
            assertThat(listed(providers(index, Filters.NONE, 70))).isEqualTo(all.subList(0, 70));
        }
    }

    /** Which way they are counted depends on how few they are. */
    @Test
    void a_few_hits_among_very_many_providers_are_counted_like_all() {
        List<Samples> practices = IntStream.range(0, 300)
                .mapToObj(number -> Samples.practice("practice-" + number)
                        .by(number == 299 ? null : "Träger %03d".formatted(number % 290), null)
                        .running(number % 290 < 4 || number == 299 ? "2010" : "2020", "2020"))
                .toList();
        try (TestIndex index = TestIndex.of(folder, practices.toArray(Samples[]::new))) {
            Filters few = Filters.NONE.with(Facet.YEAR, Selection.any("2010"));
            assertThat(providers(index, few, 3).facets().get(Facet.PROVIDER))
                    .containsExactly(counted("Träger 000"), counted("Träger 001"), counted("Träger 002"));
            assertThat(providers(index, Filters.NONE, 3).facets().get(Facet.PROVIDER))
                    .containsExactly(counted("Träger 000"), counted("Träger 001"), counted("Träger 002"));
            Results withChosen =
                    providers(index, few.with(Facet.PROVIDER, Selection.any("Träger 003", "Träger 200")), 1);
            assertThat(withChosen.facets().get(Facet.PROVIDER))
                    .containsExactly(
                            counted("Träger 000"),
                            new FacetCount("Träger 003", 2, true),
                            new FacetCount("Träger 200", 0, true));
            assertThat(withChosen.unlisted()).containsOnly(Map.entry(Facet.PROVIDER, 2));
        }
    }

    private static FacetCount counted(String provider) {
        return new FacetCount(provider, 2, false);
    }
}
