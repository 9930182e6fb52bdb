package org.praxisdatenbank.goodpractice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.review.Standing;

/** Who may do what with an assessment at which stage, in full. */
final class StepTest {
    @ParameterizedTest
    @CsvSource({
        "owner, checklist, see fill",
        "owner, interview, see",
        "owner, description, see",
        "owner, review, see",
        "owner, published, see",
        "owner, declined, see",
        "onlooker, checklist, see see_all",
        "onlooker, review, see see_all",
        "office, checklist, see see_all fill edit advance decline",
        "office, interview, see see_all fill edit advance back decline",
        "office, description, see see_all fill edit advance back decline",
        "office, review, see see_all back publish decline",
        "office, published, see see_all",
        "office, declined, see see_all",
        "editor, checklist, see see_all fill edit advance decline",
        "editor, review, see see_all back publish decline",
        "editor, published, see see_all"
    })
    void each_may_do_what_their_part_of_the_work_needs(String standing, String stage, String steps) {
        Set<Standing> as = Set.of(Standing.valueOf(standing.toUpperCase(Locale.ROOT)));

        List<String> may = Step.of(as, Stage.of(stage)).stream().map(Step::id).toList();

        assertThat(may).containsExactlyElementsOf(Arrays.asList(steps.split(" ")));
    }
}
