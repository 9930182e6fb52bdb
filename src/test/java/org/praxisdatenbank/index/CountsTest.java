package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

class CountsTest {
    private static final int SEARCHES = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void hits_and_counts_are_those_of_the_oracle(long seed, @TempDir Path folder) {
        RandomPractices random = new RandomPractices(seed);
        List<StoredPractice> practices = random.practices(200);
        try (TestIndex index = changed(folder, practices, random)) {
            for (int number = 0; number < SEARCHES; number++) {
                Filters filters = random.filters();
                String word = random.word();
                Oracle oracle = new Oracle(practices, word, TestIndex.TODAY);
                Results results = index.search(word, filters);

                String search = "seed " + seed + ", search " + number + ": " + word + " " + filters;
                assertThat(results.total())
                        .as(search)
                        .isEqualTo(oracle.found(filters).size());
                assertThat(allIds(index, word, filters)).as(search).isEqualTo(oracle.found(filters));
                for (Facet facet : Facet.values()) {
                    assertThat(counts(results, facet))
                            .as("%s of %s", facet, search)
                            .isEqualTo(oracle.counts(facet, filters));
                }
            }
        }
    }

    /** The same practices after a detour: in several segments, some changed, some deleted. */
    private static TestIndex changed(Path folder, List<StoredPractice> practices, RandomPractices random) {
        TestIndex index = TestIndex.of(folder, random.practices(150));
        List<PracticeId> others =
                random.practices(150).stream().map(StoredPractice::id).toList();
        index.index.apply(List.of(), others, "1");
        index.index.apply(practices.subList(0, 100), List.of(), "2");
        index.index.apply(practices.subList(50, practices.size()), List.of(), "3");
        return index;
    }

    private static Set<String> allIds(TestIndex index, String word, Filters filters) {
        SearchQuery all = new SearchQuery(word, filters, null, Sort.NEWEST, new Window(1, 1_000, null), Wanted.HITS);
        return new TreeSet<>(TestIndex.ids(index.index.search(all)));
    }

    private static Map<String, Long> counts(Results results, Facet facet) {
        Map<String, Long> counts = new TreeMap<>();
        results.facets().getOrDefault(facet, List.of()).forEach(count -> counts.put(count.value(), count.count()));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEVANCE", "NEWEST", "UPDATED", "TITLE"})
    void pages_and_cursors_give_every_hit_once_in_the_same_order(Sort sort, @TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, new RandomPractices(7).practices(95))) {
            SearchQuery query =
                    new SearchQuery("alpha", Filters.NONE, null, sort, new Window(1, 1_000, null), Wanted.HITS);
            List<String> all = TestIndex.ids(index.index.search(query));

            assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
            assertThat(byPage(index, query)).isEqualTo(all);
            assertThat(byCursor(index, query)).isEqualTo(all);
        }
    }

    private static List<String> byPage(TestIndex index, SearchQuery query) {
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= 20; page++) {
            ids.addAll(TestIndex.ids(index.index.search(query.with(new Window(page, 7, null)))));
        }
        return ids;
    }

    private static List<String> byCursor(TestIndex index, SearchQuery query) {
        Results results = index.index.search(query.with(new Window(1, 7, null)));
        List<String> ids = new ArrayList<>(TestIndex.ids(results));
        while (results.nextCursor().isPresent()) {
            results = index.index.search(query.with(new Window(1, 7, results.next())));
            ids.addAll(TestIndex.ids(results));
        }
        return ids;
    }
}
