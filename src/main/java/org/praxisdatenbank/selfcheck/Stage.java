package org.praxisdatenbank.selfcheck;

import java.util.Optional;

/** How far a practice is with a criterion, as those who carry it see it. */
sealed interface Stage {
    String NOT_BEGUN = "not_begun";
    String NOT_APPLICABLE = "not_applicable";

    /** Nobody has answered. */
    record Open() implements Stage {}

    /** Nobody has thought of it yet. */
    record NotBegun() implements Stage {}

    /**
     * A level of the ladder.
     *
     * @param level from 1, the lowest
     */
    record Reached(int level) implements Stage {}

    /** The criterion has no meaning for this practice. */
    record NotApplicable() implements Stage {}

    /** What a form sends for it; empty where nobody has answered. */
    default String code() {
        return switch (this) {
            case Open open -> "";
            case NotBegun notBegun -> NOT_BEGUN;
            case Reached reached -> String.valueOf(reached.level());
            case NotApplicable notApplicable -> NOT_APPLICABLE;
        };
    }

    /**
     * Reads what {@link #code} has written.
     *
     * @param levels how many the ladder has, at most nine
     * @return empty where it means nothing
     */
    static Optional<Stage> of(String code, int levels) {
        return switch (code) {
            case "" -> Optional.of(new Open());
            case NOT_BEGUN -> Optional.of(new NotBegun());
            case NOT_APPLICABLE -> Optional.of(new NotApplicable());
            default ->
                code.matches("[1-9]") && Integer.parseInt(code) <= levels
                        ? Optional.of(new Reached(Integer.parseInt(code)))
                        : Optional.empty();
        };
    }
}
