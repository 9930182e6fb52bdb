package org.praxisdatenbank.review;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.Scope;
import org.praxisdatenbank.review.Standing.Viewer;

/** Who may do what at which stage: every role towards practices that are theirs and that are not. */
final class PathTest {
    private static final AccountId SELF = new AccountId(UUID.randomUUID());
    private static final AccountId OTHER = new AccountId(UUID.randomUUID());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
    # whom                   | draft                        | submitted               | in_review               | returned                     | published         | withdrawn
    provider, own            | see edit submit discard      | see recall              | see                     | see edit submit discard      | see edit          | see
    provider, another's      | -                            | -                       | -                       | -                            | -                 | -
    provider, nobody's       | -                            | -                       | -                       | -                            | -                 | -
    office, own state        | -                            | see take return publish | see edit return publish | see                          | see edit withdraw | see
    office, another state    | -                            | -                       | -                       | -                            | -                 | -
    office, nation-wide      | -                            | see                     | see                     | see                          | see               | -
    office, begun elsewhere  | see edit submit discard      | see recall              | see                     | see edit submit discard      | see edit          | see
    office, begun here       | see edit submit discard      | see recall take return publish | see edit return publish | see edit submit discard | see edit withdraw | see
    office, begun nationwide | see edit submit discard      | see recall              | see                     | see edit submit discard      | see edit          | see
    editor                   | see edit submit publish discard | see take return publish | see edit return publish | see edit submit publish discard | see edit withdraw restore | see restore
    admin                    | see edit submit publish discard | see take return publish | see edit return publish | see edit submit publish discard | see edit withdraw restore | see restore
    """)
    void each_may_do_just_that(
            String whom,
            @Nullable String draft,
            @Nullable String submitted,
            @Nullable String inReview,
            @Nullable String returned,
            @Nullable String published,
            @Nullable String withdrawn) {
        Set<Standing> standings = standings(whom);

        assertThat(List.of(Stage.values()).stream().map(stage -> steps(standings, stage)))
                .containsExactly(
                        sorted(draft),
                        sorted(submitted),
                        sorted(inReview),
                        sorted(returned),
                        sorted(published),
                        sorted(withdrawn));
    }

    private static Set<Standing> standings(String whom) {
        Viewer provider = new Viewer(SELF, Role.PROVIDER, Scope.ofProvider("Kiez e. V."));
        Viewer office = new Viewer(SELF, Role.OFFICE, Scope.ofStates(Set.of("DE-BE", "DE-BB")));
        return switch (whom) {
            case "provider, own" -> Standing.of(provider, "Kiez e. V.", List.of("DE-BE"), OTHER);
            // who once wrote for an organisation and is of another one now
            case "provider, another's" -> Standing.of(provider, "Hof e. V.", List.of("DE-BE"), SELF);
            case "provider, nobody's" -> Standing.of(provider, null, List.of(), SELF);
            case "office, own state" -> Standing.of(office, "Kiez e. V.", List.of("DE-HH", "DE-BE"), OTHER);
            case "office, another state" -> Standing.of(office, "Kiez e. V.", List.of("DE-HH"), OTHER);
            case "office, nation-wide" -> Standing.of(office, "Kiez e. V.", List.of(), OTHER);
            case "office, begun elsewhere" -> Standing.of(office, "Kiez e. V.", List.of("DE-HH"), SELF);
            case "office, begun here" -> Standing.of(office, "Kiez e. V.", List.of("DE-BE"), SELF);
            case "office, begun nationwide" -> Standing.of(office, "Kiez e. V.", List.of(), SELF);
            case "editor" -> Standing.of(new Viewer(SELF, Role.EDITOR, Scope.ALL), null, List.of(), OTHER);
            case "admin" -> Standing.of(new Viewer(SELF, Role.ADMIN, Scope.ALL), null, List.of(), null);
            default -> throw new IllegalArgumentException(whom);
        };
    }

    private static String steps(Set<Standing> standings, Stage stage) {
        return Path.steps(standings, stage).stream().map(Step::id).sorted().collect(joining(" "));
    }

    private static String sorted(@Nullable String steps) {
        return steps == null ? "" : List.of(steps.split(" ")).stream().sorted().collect(joining(" "));
    }
}
