package org.praxisdatenbank.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.selfcheck.Examples.Found;

@SuppressWarnings("NullAway.Init")
final class ExamplesTest {
    /** Each a second younger than the one before. */
    private static final List<Samples> PRACTICES = List.of(
            Samples.practice("reviewed-four").criterion("partizipation", 4).goodPractice(true),
            Samples.practice("reviewed").criterion("partizipation", null).goodPractice(true),
            Samples.practice("three").criterion("partizipation", 3),
            Samples.practice("two").criterion("partizipation", 2),
            Samples.practice("one").criterion("partizipation", 1),
            Samples.practice("other").criterion("empowerment", 5).goodPractice(true));

    private static PracticeIndex index;

    @BeforeAll
    static void build(@TempDir Path folder) {
        index = index(folder, Duration.ofSeconds(10));
    }

    private static PracticeIndex index(Path folder, Duration searchTime) {
        IndexSetup setup = new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, Clock.systemUTC(), searchTime);
        try (Generation generation = Generation.start(setup)) {
            for (int place = 0; place < PRACTICES.size(); place++) {
                generation.add(PRACTICES
                        .get(place)
                        .created(Samples.CREATED.plusSeconds(place))
                        .stored());
            }
            generation.commit("0");
        }
        return PracticeIndex.open(setup);
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static Answer answer(String criterion, String code) {
        return new Answer(Criteria.criterion(criterion, 1, 5), Stage.of(code, 5).orElseThrow(), "");
    }

    private static Stream<String> told(Found found) {
        return found.practices().stream()
                .map(example -> example.practice().id().value() + (example.isAhead() ? " ahead" : ""));
    }

    @ParameterizedTest
    @CsvSource({
        "partizipation, not_begun, 5, reviewed-four ahead, one ahead, two ahead",
        "partizipation, 1, 5, reviewed-four ahead, two ahead, three ahead",
        "partizipation, 3, 5, reviewed-four ahead, reviewed, one",
        "partizipation, 4, 5, reviewed, reviewed-four, one",
        "empowerment, 1, 1, other ahead, '', ''",
        "setting-ansatz, 1, 0, '', '', ''"
    })
    void the_next_level_comes_first_and_good_practice_before_others(
            String criterion, String code, long total, String first, String second, String third) {
        Found found = new Examples(index, () -> true).of(answer(criterion, code));
        assertThat(found.total()).isEqualTo(total);
        assertThat(told(found))
                .containsExactlyElementsOf(Stream.of(first, second, third)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void without_an_index_nothing_is_claimed() {
        assertThat(new Examples(index, () -> false).of(answer("partizipation", "1")))
                .isEqualTo(new Found(null, List.of()));
    }

    @Test
    void a_search_that_was_stopped_tells_no_number(@TempDir Path folder) {
        try (PracticeIndex hasty = index(folder, Duration.ZERO)) {
            assertThat(new Examples(hasty, () -> true)
                            .of(answer("partizipation", "1"))
                            .total())
                    .isNull();
        }
    }
}
