package org.praxisdatenbank.practice;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the practice runs.
 *
 * @param start null: not stated
 * @param end null: not stated
 */
public record Period(@Nullable PartialDate start, @Nullable End end) {
    public static final Period UNKNOWN = new Period(null, null);

    public Period {
        if (start != null && end instanceof End.On on && on.date().isBefore(start)) {
            throw new IllegalArgumentException("the practice ends before it starts");
        }
    }

    /** How it ends, where that is known. */
    public sealed interface End {
        /** No end is planned. */
        record Open() implements End {}

        /** It ended or will end then. */
        record On(PartialDate date) implements End {}
    }

    /**
     * As a record writes it; raises an exception for what is no date.
     *
     * @param start a date; null: not stated
     * @param end a date, or {@code open}: no end is planned; null: not stated
     */
    public static Period of(@Nullable String start, @Nullable String end) {
        return new Period(
                start == null ? null : PartialDate.of(start).orElseThrow(),
                switch (end) {
                    case null -> null;
                    case "open" -> new End.Open();
                    case String date -> new End.On(PartialDate.of(date).orElseThrow());
                });
    }

    /** Whether it runs, as told by its end alone: a practice runs to the last day that its end may mean. */
    public Status on(LocalDate today) {
        return switch (end) {
            case null -> Status.UNKNOWN;
            case End.Open open -> Status.RUNNING;
            case End.On on -> on.date().last().isBefore(today) ? Status.COMPLETED : Status.RUNNING;
        };
    }

    /**
     * The years in which it is known to have run: from its start to its end, and on and on while no end is known. Only
     * an end known: that year. Empty where neither is known, so that no year's count claims more than is known.
     */
    public Optional<Years> years() {
        @Nullable Integer last = end instanceof End.On on ? on.date().year() : null;
        if (start != null) {
            return Optional.of(new Years(start.year(), last == null ? Year.MAX_VALUE : last));
        }
        return last == null ? Optional.empty() : Optional.of(new Years(last, last));
    }

    /**
     * A span of years, both included.
     *
     * @param last {@link Year#MAX_VALUE} where no end is known
     */
    public record Years(int first, int last) {}

    /** Running or over. */
    public enum Status {
        RUNNING,
        COMPLETED,
        UNKNOWN
    }
}
