package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** The clocks are made up: a look at one of them takes a nanosecond, or none, whatever the machine is doing. */
@SuppressWarnings("NullAway.Init")
class TimedSearchTest {
    private static final int PRACTICES = 2_000;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void build() {
        TestIndex.build(TestIndex.setup(folder), practices(), "0");
    }

    private static LongSupplier standingStill() {
        return new AtomicLong()::get;
    }

    private static LongSupplier ticking() {
        return new AtomicLong()::getAndIncrement;
    }

    private static List<StoredPractice> practices() {
        return IntStream.range(0, PRACTICES)
                .mapToObj(number -> practice("p-" + number)
                        .titled("Kita wort" + number)
                        .type(number % 2 == 0 ? "project" : "network"))
                .map(Samples::stored)
                .toList();
    }

    private static SearchQuery query(String text) {
        return new SearchQuery(text, Filters.NONE, null, Sort.RELEVANCE, Window.FIRST, Wanted.EVERYTHING);
    }

    private static Results search(String text, TimeLimit limit) throws IOException {
        IndexSetup setup = TestIndex.setup(folder);
        String live = setup.folder().current().orElseThrow();
        try (FSDirectory directory = FSDirectory.open(setup.folder().generation(live));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return new Search(new IndexSearcher(reader), query(text), setup, limit).run();
        }
    }

    private static long counted(Results results, Facet facet) {
        return results.facets().getOrDefault(facet, List.of()).stream()
                .mapToLong(FacetCount::count)
                .sum();
    }

    @Test
    void numbers_of_a_partial_answer_are_of_what_was_found_by_then() throws IOException {
        for (long looks = 1; looks < 100; looks++) {
            Results results = search("kita", new TimeLimit(Duration.ofNanos(looks), ticking()));

            assertThat(results.isPartial()).as("after %d looks", looks).isEqualTo(results.total() < PRACTICES);
            assertThat(counted(results, Facet.TYPE)).isEqualTo(results.total());
            assertThat(counted(results, Facet.STATUS)).isEqualTo(results.total());
            assertThat(results.hits()).hasSize((int) Math.min(results.total(), Window.DEFAULT_SIZE));
        }
    }

    @Test
    void an_answer_can_end_in_the_middle() throws IOException {
        assertThat(IntStream.range(1, 100))
                .anySatisfy(looks -> assertThat(search("kita", new TimeLimit(Duration.ofNanos(looks), ticking()))
                                .total())
                        .isBetween(1L, PRACTICES - 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kita", "kita -wort1", "wort1*", "*1", "wort12~", "titel:kita ODER wort3", "\"kita wort1\""})
    void with_time_enough_nothing_is_partial(String text) throws IOException {
        Results results = search(text, new TimeLimit(Duration.ofNanos(1), standingStill()));

        assertThat(results.isPartial()).isFalse();
        assertThat(results.total()).isPositive();
        assertThat(counted(results, Facet.TYPE)).isEqualTo(results.total());
    }

    /** The dictionary alone takes more looks than there are: nothing is found, and what is prohibited stays out. */
    @ParameterizedTest
    @ValueSource(strings = {"*1", "wort12~", "kita -*1", "kita -wort12~"})
    void reading_the_dictionary_takes_time_too(String text) throws IOException {
        long all = search(text, new TimeLimit(Duration.ofNanos(1), standingStill()))
                .total();

        for (long looks = 1; looks < 60; looks += 3) {
            Results results = search(text, new TimeLimit(Duration.ofNanos(looks), ticking()));

            assertThat(results.total()).isLessThanOrEqualTo(all);
            assertThat(results.isPartial()).as("after %d looks", looks).isEqualTo(results.total() < all);
        }
    }

    @Test
    void the_dictionary_is_read_only_as_long_as_there_is_time() throws IOException {
        Query near = new FuzzyQuery(new Term(Fields.TITLE, Analysis.AS_WRITTEN + "wort12"), 2);
        IndexFolder index = TestIndex.setup(folder).folder();
        try (FSDirectory directory =
                        FSDirectory.open(index.generation(index.current().orElseThrow()));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher shared = new IndexSearcher(reader);
            TimedSearcher late = new TimedSearcher(shared, new TimeLimit(Duration.ofNanos(2), ticking()));
            TimedSearcher inTime = new TimedSearcher(shared, new TimeLimit(Duration.ofNanos(1), standingStill()));

            assertThat(late.rewrite(near)).isInstanceOf(MatchNoDocsQuery.class);
            assertThat(late.timedOut()).isTrue();
            assertThat(inTime.rewrite(near)).isEqualTo(shared.rewrite(near)).isNotInstanceOf(MatchNoDocsQuery.class);
            assertThat(inTime.timedOut()).isFalse();
        }
    }

    @Test
    void where_time_is_up_before_it_is_decided_every_word_must_match() throws IOException {
        Results results = search("kita xyzzy", new TimeLimit(Duration.ZERO, standingStill()));

        assertThat(results.isPartial()).isTrue();
        assertThat(results.match()).isEqualTo(Match.ALL);
    }

    @Test
    void time_that_is_up_stays_so() {
        AtomicLong now = new AtomicLong();
        TimeLimit limit = new TimeLimit(Duration.ofNanos(5), now::get);
        assertThat(limit.shouldExit()).isFalse();
        now.set(5);
        assertThat(limit.shouldExit()).isTrue();
        now.set(0);
        assertThat(limit.shouldExit()).isTrue();
    }

    @Test
    void an_index_without_time_says_that_it_answers_in_part() {
        IndexSetup setup = TestIndex.setup(folder);
        IndexSetup hurried = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, setup.clock(), Duration.ZERO);
        try (PracticeIndex index = PracticeIndex.open(hurried)) {
            Results results = index.search(query("kita"));
            assertThat(results.isPartial()).isTrue();
            assertThat(results.total()).isZero();
            assertThat(index.search(query("kita")).isPartial()).isTrue();
        }
    }

    @Test
    void one_search_out_of_time_leaves_the_next_whole() throws IOException {
        IndexSetup setup = TestIndex.setup(folder);
        try (FSDirectory directory = FSDirectory.open(
                        setup.folder().generation(setup.folder().current().orElseThrow()));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher shared = new IndexSearcher(reader);
            TimeLimit none = new TimeLimit(Duration.ZERO, standingStill());
            TimeLimit enough = new TimeLimit(Duration.ofNanos(1), standingStill());
            assertThat(new Search(shared, query("kita"), setup, none).run().isPartial())
                    .isTrue();
            assertThat(new Search(shared, query("kita"), setup, enough).run().total())
                    .isEqualTo(PRACTICES);
        }
    }
}
