package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.praxisdatenbank.index.RandomPractices.Step;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/**
 * The index against the {@link Oracle}, after every one of random changes. More cases: {@code -Djqwik.tries.default=5000};
 * a failure prints the seed that repeats it.
 */
class CountsTest {
    private static final int ALL = 1_000;

    @Provide
    Arbitrary<List<Step>> steps() {
        return new RandomPractices(Samples.VOCABULARIES)
                .step()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void hits_their_order_and_every_count_are_those_of_the_oracle(@ForAll("steps") List<Step> steps)
            throws IOException {
        Path folder = Files.createTempDirectory("counts");
        Map<String, StoredPractice> rows = new HashMap<>();
        try (TestIndex index = TestIndex.of(folder, List.of())) {
            for (Step step : steps) {
                step.changed().forEach(practice -> rows.put(practice.id().value(), practice));
                rows.keySet().removeAll(step.gone());
                index.index.apply(
                        step.changed(),
                        step.gone().stream().map(PracticeId::new).toList(),
                        "1");
                Oracle oracle = new Oracle(rows.values(), TestIndex.TODAY);
                step.asked().forEach(query -> check(index, query, oracle));
            }
        } finally {
            delete(folder);
        }
    }

    /** Few at a time, as an export has them thousands at a time. */
    private static List<String> inSteps(TestIndex index, SearchQuery query) {
        List<String> ids = new ArrayList<>();
        index.index.read("listing hits", searcher -> new Search(
                        searcher, query, index.setup, TimeLimit.of(Duration.ofMinutes(1)))
                .forEachId(3, id -> ids.add(id.value())));
        return ids;
    }

    private static void check(TestIndex index, SearchQuery query, Oracle oracle) {
        Results all = index.index.search(query.with(new Window(1, ALL, null)));
        assertThat(inSteps(index, query)).as("all ids of %s", query).isEqualTo(TestIndex.ids(all));
        List<String> found = oracle.found(query);
        assertThat(all.match()).as("match of %s", query).isEqualTo(oracle.match(query));
        assertThat(all.total()).as("total of %s", query).isEqualTo(found.size());
        if (query.sort() == Sort.RELEVANCE) {
            assertThat(TestIndex.ids(all)).as("hits of %s", query).containsExactlyInAnyOrderElementsOf(found);
            assertThat(all.hits()).as("order of %s", query).isSortedAccordingTo(byScore());
        } else {
            assertThat(TestIndex.ids(all)).as("order of %s", query).isEqualTo(found);
        }
        for (Facet facet : Facet.values()) {
            assertThat(counts(all, facet)).as("%s of %s", facet, query).isEqualTo(oracle.counts(facet, query));
            assertThat(all.facets().getOrDefault(facet, List.of()))
                    .as("%s of %s", facet, query)
                    .allMatch(value ->
                            value.selected() == query.filters().in(facet).any().contains(value.value()));
        }
        checkParts(index, query, all);
    }

    private static Comparator<Hit> byScore() {
        return Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.practice().id().value());
    }

    private static Map<String, Long> counts(Results results, Facet facet) {
        Map<String, Long> counts = new TreeMap<>();
        for (FacetCount value : results.facets().getOrDefault(facet, List.of())) {
            assertThat(counts.put(value.value(), value.count()))
                    .as("listed twice")
                    .isNull();
        }
        return counts;
    }

    /** By page and by cursor everything once, in the order of the whole, with its total and counts. */
    private static void checkParts(TestIndex index, SearchQuery query, Results all) {
        List<String> byPage = new ArrayList<>();
        List<String> byCursor = new ArrayList<>();
        int size = query.window().size();
        Results next = index.index.search(query);
        for (int page = 1; (page - 1L) * size <= all.total(); page++) {
            Results part = index.index.search(query.with(new Window(page, size, null)));
            assertThat(part.total()).isEqualTo(all.total());
            assertThat(part.facets()).as("page %d of %s", page, query).isEqualTo(all.facets());
            assertThat(part.nextCursor().isPresent()).isEqualTo((long) page * size < all.total());
            byPage.addAll(TestIndex.ids(part));
        }
        byCursor.addAll(TestIndex.ids(next));
        while (next.nextCursor().isPresent()) {
            next = index.index.search(
                    query.with(new Window(1, size, next.next())).with(Wanted.HITS));
            assertThat(next.total()).isEqualTo(all.total());
            byCursor.addAll(TestIndex.ids(next));
        }
        assertThat(byPage).as("pages of %s", query).isEqualTo(TestIndex.ids(all));
        assertThat(byCursor).as("cursors of %s", query).isEqualTo(TestIndex.ids(all));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
