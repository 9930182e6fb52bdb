package org.praxisdatenbank.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the twelve Good Practice criteria.
 *
 * @param isBasic whether every Good Practice example must fulfil it
 * @param page where its publisher describes it, or null when no such page is known
 * @param levels the ladder as far as it is known, lowest first; may be empty
 */
public record Criterion(Term term, boolean isBasic, @Nullable String page, List<Level> levels) {
    public static final int LOWEST_LEVEL = 1;
    public static final int HIGHEST_LEVEL = 5;

    public Criterion {
        levels = List.copyOf(levels);
    }

    /**
     * One step of the ladder.
     *
     * @param title null when no public source names it
     * @param source address of the page that names it, or null
     */
    public record Level(int number, @Nullable String title, @Nullable String source) {}

    /** How many steps the ladder has; empty where at most its first one is known. */
    public OptionalInt steps() {
        return levels.size() > 1 ? OptionalInt.of(levels.size()) : OptionalInt.empty();
    }

    /** A page that names the steps, where one is known. */
    public Optional<String> ladderSource() {
        return levels.stream().map(Level::source).flatMap(Stream::ofNullable).findFirst();
    }
}
