package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** Who goes on by cursor while others change practices. */
class WalkTest {
    private static final int STEP = 7;
    private static final int OTHERS = 60;

    private final Random random = new Random(11);

    private static SearchQuery query(String text, Sort sort) {
        return new SearchQuery(text, Filters.NONE, null, sort, new Window(1, STEP, null), Wanted.HITS);
    }

    private StoredPractice drawn(String id) {
        return Samples.practice(id)
                .titled("Alpha " + (char) ('A' + random.nextInt(26)) + " Beta".repeat(random.nextInt(3)))
                .created(Samples.CREATED.plusMillis(random.nextInt(40)))
                .updated(Samples.CREATED.plusMillis(random.nextInt(40)))
                .stored();
    }

    private List<StoredPractice> drawn(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> drawn(kind + "-" + number))
                .toList();
    }

    /** Some of the others come, change or go. */
    private void change(TestIndex index, int step) {
        List<StoredPractice> changed = IntStream.range(0, 10)
                .mapToObj(number -> drawn("other-" + random.nextInt(OTHERS)))
                .toList();
        PracticeId gone = new PracticeId("other-" + random.nextInt(OTHERS));
        index.index.apply(
                changed.stream()
                        .filter(practice -> !practice.id().equals(gone))
                        .collect(java.util.stream.Collectors.toMap(
                                StoredPractice::id, practice -> practice, (one, other) -> other))
                        .values(),
                List.of(gone),
                String.valueOf(step));
    }

    private List<String> walk(TestIndex index, SearchQuery query, Runnable between) {
        List<String> ids = new ArrayList<>();
        @Nullable String after = null;
        do {
            Results results = index.index.search(query.with(new Window(1, STEP, after)));
            ids.addAll(TestIndex.ids(results));
            after = results.next();
            between.run();
        } while (after != null);
        return ids;
    }

    private static List<String> all(TestIndex index, SearchQuery query) {
        return TestIndex.ids(index.index.search(query.with(new Window(1, 1_000, null))));
    }

    @ParameterizedTest
    @EnumSource(value = Sort.class, mode = Mode.EXCLUDE, names = "RELEVANCE")
    void what_stays_put_appears_once_and_in_order_whatever_else_changes(Sort sort, @TempDir Path folder) {
        List<StoredPractice> staying = drawn("staying", 80);
        try (TestIndex index = TestIndex.of(folder, staying)) {
            SearchQuery query = query("alpha", sort);
            List<String> inOrder = all(index, query);
            index.index.apply(drawn("other", OTHERS), List.of(), "1");

            List<String> walked = walk(index, query, () -> change(index, 2));

            assertThat(walked)
                    .hasSizeGreaterThan(80)
                    .filteredOn(id -> id.startsWith("staying"))
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void by_relevance_the_walk_goes_on_in_the_state_in_which_it_began(@TempDir Path folder) {
        List<StoredPractice> practices = new ArrayList<>(drawn("staying", 80));
        practices.addAll(drawn("other", OTHERS));
        try (TestIndex index = TestIndex.of(folder, practices)) {
            SearchQuery query = query("alpha beta", Sort.RELEVANCE);
            List<String> inOrder = all(index, query);

            assertThat(walk(index, query, () -> change(index, 2))).isEqualTo(inOrder);
            assertThat(all(index, query)).isNotEqualTo(inOrder);
        }
    }

    @Test
    void total_and_counts_stay_those_of_the_beginning(@TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, drawn("staying", 20))) {
            SearchQuery query = query("alpha", Sort.RELEVANCE).with(Wanted.EVERYTHING);
            Results first = index.index.search(query);
            index.index.apply(drawn("new", 5), List.of(), "1");

            Results second = index.index.search(query.with(new Window(1, STEP, first.next())));

            assertThat(second.total()).isEqualTo(first.total());
            assertThat(second.facets()).isEqualTo(first.facets());
        }
    }

    @Test
    void how_words_match_does_not_change_on_the_way(@TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, drawn("staying", 30))) {
            SearchQuery query = query("alpha xylophon", Sort.TITLE);
            List<String> inOrder = all(index, query);
            StoredPractice both =
                    Samples.practice("both").titled("0 Alpha Xylophon").stored();

            assertThat(walk(index, query, () -> index.index.apply(List.of(both), List.of(), "1")))
                    .hasSize(30)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void a_state_is_kept_for_five_minutes_after_its_last_use(@TempDir Path folder) {
        Hands clock = new Hands(Instant.parse("2026-03-01T12:00:00Z"));
        IndexSetup setup = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, clock);
        TestIndex.build(setup, drawn("staying", 20), "0");
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            SearchQuery query = query("alpha", Sort.RELEVANCE);
            SearchQuery onward =
                    query.with(new Window(1, STEP, index.search(query).next()));
            clock.turn(Walks.KEPT.multipliedBy(2));
            index.apply(drawn("new", 1), List.of(), "1");
            assertGone(index, onward);

            SearchQuery later =
                    query.with(new Window(1, STEP, index.search(query).next()));
            index.apply(drawn("new", 1), List.of(), "2");
            for (int use = 0; use < 3; use++) {
                clock.turn(Walks.KEPT);
                assertThat(index.search(later).hits()).hasSize(STEP);
            }
            clock.turn(Walks.KEPT.plusMillis(1));
            assertGone(index, later);
        }
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_a_state_longer(@TempDir Path folder) {
        Hands clock = new Hands(Instant.parse("2026-03-01T12:00:00Z"));
        IndexSetup setup = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, clock);
        TestIndex.build(setup, drawn("staying", 20), "0");
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            SearchQuery query = query("alpha", Sort.RELEVANCE);
            SearchQuery onward =
                    query.with(new Window(1, STEP, index.search(query).next()));
            index.apply(drawn("new", 1), List.of(), "1");

            clock.turn(Duration.ofHours(-1));
            assertThat(index.search(onward).hits()).hasSize(STEP);

            clock.turn(Walks.KEPT.plusMillis(1));
            assertGone(index, onward);
        }
    }

    @Test
    void while_nothing_changes_a_walk_has_no_end(@TempDir Path folder) {
        Hands clock = new Hands(Instant.parse("2026-03-01T12:00:00Z"));
        IndexSetup setup = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, clock);
        TestIndex.build(setup, drawn("staying", 20), "0");
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            SearchQuery query = query("alpha", Sort.RELEVANCE);
            @Nullable String after = index.search(query).next();
            clock.turn(Walks.KEPT.multipliedBy(100));
            assertThat(index.search(query.with(new Window(1, STEP, after))).hits())
                    .hasSize(STEP);
        }
    }

    @Test
    void of_too_many_states_those_used_longest_ago_go(@TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, drawn("staying", 20))) {
            SearchQuery query = query("alpha", Sort.RELEVANCE);
            List<SearchQuery> onwards = new ArrayList<>();
            for (int state = 0; state <= Walks.MOST; state++) {
                onwards.add(
                        query.with(new Window(1, STEP, index.index.search(query).next())));
                index.index.apply(List.of(drawn("new-0")), List.of(), String.valueOf(state));
            }
            assertGone(index.index, onwards.getFirst());
            assertThat(onwards.subList(1, onwards.size()))
                    .allSatisfy(onward ->
                            assertThat(index.index.search(onward).hits()).hasSize(STEP));
        }
    }

    private static void assertGone(PracticeIndex index, SearchQuery onward) {
        assertThatThrownBy(() -> index.search(onward))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(new Problem.Invalid("after", "problem.cursor.old")));
    }

    /** A clock that is turned by hand. */
    private static final class Hands extends Clock {
        private Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        void turn(Duration further) {
            now = now.plus(further);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
