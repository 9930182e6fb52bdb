package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeSummary;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

class PracticeIndexTest {
    @TempDir
    private Path folder;

    @Test
    void without_an_index_searching_is_not_ready() {
        try (PracticeIndex index = PracticeIndex.open(TestIndex.setup(folder))) {
            assertThat(index.state()).isEqualTo(new IndexState.Missing());
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> index.search(SearchQuery.EVERYTHING))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(new Problem.NotReady("index")));
        }
    }

    @Test
    void an_index_made_with_other_labels_is_one_of_another_version() {
        TestIndex.of(folder, practice("eins")).close();
        IndexSetup other = new IndexSetup(
                folder,
                new Vocabularies(List.of(), List.of(), List.of()),
                Samples.GERMAN,
                TestIndex.setup(folder).clock());

        try (PracticeIndex index = PracticeIndex.open(other)) {
            assertThat(index.state()).isInstanceOf(IndexState.OtherVersion.class);
        }
    }

    @Test
    void what_is_applied_is_found_at_once_and_after_opening_again() {
        try (TestIndex index = TestIndex.of(folder, practice("eins"), practice("zwei"))) {
            index.index.apply(
                    List.of(practice("drei").titled("Neu").stored()), List.of(new PracticeId("eins")), "17/4");
            assertThat(index.found("")).containsExactly("drei", "zwei");
        }
        try (PracticeIndex index = PracticeIndex.open(TestIndex.setup(folder))) {
            assertThat(index.state()).isInstanceOfSatisfying(IndexState.Ready.class, ready -> {
                assertThat(ready.documents()).isEqualTo(2);
                assertThat(ready.position()).isEqualTo("17/4");
            });
        }
    }

    @Test
    void a_draft_that_is_not_committed_leaves_nothing_behind() throws IOException {
        TestIndex.of(folder, practice("eins")).close();
        try (Generation draft = Generation.start(TestIndex.setup(folder))) {
            draft.add(practice("zwei").stored());
        }
        assertThat(generations()).hasSize(1);
    }

    @Test
    void what_a_crash_left_half_built_is_swept_at_the_next_start() throws IOException {
        TestIndex.of(folder, practice("eins")).close();
        Files.createDirectories(folder.resolve("generation-half-built"));
        Files.writeString(folder.resolve("generation-half-built").resolve("_0.cfs"), "half");

        PracticeIndex.open(TestIndex.setup(folder)).close();

        assertThat(generations()).hasSize(1).doesNotContain("generation-half-built");
    }

    @Test
    void a_generation_that_is_being_built_is_not_swept() throws IOException {
        TestIndex.of(folder, practice("eins")).close();
        try (Generation draft = Generation.start(TestIndex.setup(folder))) {
            PracticeIndex.open(TestIndex.setup(folder)).close();
            draft.add(practice("zwei").stored());
            draft.commit("2");
        }
        try (PracticeIndex index = PracticeIndex.open(TestIndex.setup(folder))) {
            assertThat(index.search(SearchQuery.EVERYTHING).hits())
                    .extracting(hit -> hit.practice().id().value())
                    .containsExactly("zwei");
        }
    }

    @Test
    void two_generations_are_not_built_at_once() {
        IndexSetup setup = TestIndex.setup(folder);
        try (Generation first = Generation.start(setup)) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> Generation.start(setup));
            first.commit("1");
        }
    }

    @Test
    void searches_never_fail_while_generations_change() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (TestIndex index = TestIndex.of(folder, practice("eins"));
                ExecutorService searchers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                running.add(searchers.submit(() -> {
                    while (!isOver.get()) {
                        assertThat(index.search("titel").total()).isEqualTo(1);
                    }
                }));
            }
            for (int number = 0; number < 15; number++) {
                TestIndex.build(index.setup, List.of(practice("eins").stored()), "1");
                assertThat(index.index.switchToCurrent()).isTrue();
            }
            isOver.set(true);
            for (Future<?> search : running) {
                search.get();
            }
        }
        assertThat(generations()).as("the live one and the one before").hasSize(2);
    }

    /** A second build may end before a server has taken over the first one: then what it serves is swept away. */
    @Test
    void nothing_is_kept_of_a_generation_whose_files_are_deleted_before_it_is_closed() throws IOException {
        SearchQuery firstOfTwo =
                new SearchQuery("titel", Filters.NONE, null, Sort.RELEVANCE, new Window(1, 1, null), Wanted.EVERYTHING);
        try (TestIndex index = TestIndex.of(folder, practice("eins"), practice("zwei"))) {
            for (int change = 0; change < 5; change++) {
                index.index.apply(List.of(practice("eins").stored()), List.of(), "2");
                assertThat(index.index.search(firstOfTwo).next()).isNotNull();
            }
            assertThat(index.setup.columns().size()).isGreaterThan(2);

            IOUtils.rm(index.setup.folder().generation(((IndexState.Ready) index.index.state()).generation()));
            TestIndex.build(index.setup, List.of(practice("eins").stored()), "1");
            assertThat(index.index.switchToCurrent()).isTrue();

            assertThat(index.setup.columns().size()).isZero();
        }
    }

    @Test
    void a_summary_comes_back_as_it_was() {
        StoredPractice stored = practice("eins")
                .titled("Titel")
                .by("Träger", "Ort")
                .with(Vocabulary.STATE, "DE-TH", "DE-BY")
                .criterion("empowerment", 2)
                .goodPractice(true)
                .running("2001-02", "open")
                .stored();
        try (TestIndex index = TestIndex.of(folder, List.of(stored))) {
            assertThat(index.search("").hits().getFirst().practice()).isEqualTo(PracticeSummary.of(stored.practice()));
        }
    }

    @Test
    void values_are_listed_by_count_and_label_or_as_given_and_chosen_ones_always() {
        try (TestIndex index = TestIndex.of(
                folder,
                practice("eins").with(Vocabulary.STATE, "DE-TH", "DE-BY").with(Vocabulary.TOPIC, "aeltere"),
                practice("zwei").with(Vocabulary.STATE, "DE-TH", "DE-BE").with(Vocabulary.TOPIC, "quartier"))) {
            var results = index.search("", Filters.NONE.with(Facet.STATE, Selection.any("DE-NW", "DE-BE")));

            assertThat(results.facets().get(Facet.STATE))
                    .containsExactly(
                            new FacetCount("DE-TH", 2, false),
                            new FacetCount("DE-BY", 1, false),
                            new FacetCount("DE-BE", 1, true),
                            new FacetCount("DE-NW", 0, true));
            assertThat(results.facets().get(Facet.TOPIC)).containsExactly(new FacetCount("quartier", 1, false));
        }
    }

    @Test
    void titles_are_in_german_order() {
        try (TestIndex index = TestIndex.of(
                folder,
                practice("nr-a").titled("Zebra"),
                practice("nr-b").titled("Äpfel"),
                practice("nr-c").titled("apfel"),
                practice("nr-d").titled("Straße"),
                practice("nr-e").titled("Strasse"),
                practice("nr-f").titled("Öl"))) {
            assertThat(TestIndex.ids(index.index.search(SearchQuery.EVERYTHING)))
                    .containsExactly("nr-c", "nr-b", "nr-f", "nr-e", "nr-d", "nr-a");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "???",
                "AXI",
                "AXIA",
                "AXIEZWlucw",
                "AXQDZWlu",
                "AW4DZWluAAAA",
                "AnJhA2Vpbg",
                "AnJ4A2VpbgAAAAAAAAAAAAAAAA",
                "AnJhf2Vpbg",
                "ä"
            })
    void what_is_no_cursor_is_a_problem_of_the_visitor(String after) {
        try (TestIndex index = TestIndex.of(folder, practice("eins"))) {
            var query =
                    new SearchQuery("titel", Filters.NONE, null, Sort.RELEVANCE, new Window(1, 10, after), Wanted.HITS);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> index.index.search(query))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(new Problem.Invalid("after", "problem.cursor")));
        }
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith("generation-"))
                    .toList();
        }
    }
}
