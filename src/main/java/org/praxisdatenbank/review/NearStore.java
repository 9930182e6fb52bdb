package org.praxisdatenbank.review;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;

/** Published practices that may be the very one which somebody enters; safe for use by any thread. */
final class NearStore {
    private static final String CANDIDATES =
            """
            SELECT practice.id, title, provider.name AS provider, place
              FROM practice
              LEFT JOIN provider ON provider.id = practice.provider_id
             WHERE status = 'published'
               AND practice.id IS DISTINCT FROM :own
               AND (lower(title) = lower(:title) OR lower(provider.name) = lower(:provider)
                    OR lower(place) = lower(:place))
             ORDER BY lower(title) = lower(:title) DESC, lower(provider.name) = lower(:provider) DESC, practice.id
             LIMIT 2000
            """;
    private static final int MOST = 5;
    private static final int SHORTEST_WORD = 4;
    /** Share of common words in the shorter title. */
    private static final double ALIKE = 0.6;

    private static final double ALIKE_AT_ONE_PLACE = 0.3;

    private final Jdbi jdbi;

    NearStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A practice of the public.
     *
     * @param provider null: not stated
     * @param place null: not stated
     */
    record Near(PracticeId id, String title, @Nullable String provider, @Nullable String place) {}

    /** At most five; none, where there is no title yet. */
    List<Near> to(Draft draft) {
        Entered entered = draft.entered();
        @Nullable PracticeId own = draft.origin().practice();
        if (draft.title().isEmpty()) {
            return List.of();
        }
        return jdbi
                .withHandle(db -> db.createQuery(CANDIDATES)
                        .bind("own", own == null ? null : own.value())
                        .bind("title", draft.title())
                        .bind("provider", entered.text("provider"))
                        .bind("place", entered.text("place"))
                        .map((row, ctx) -> new Near(
                                new PracticeId(row.getString("id")),
                                row.getString("title"),
                                row.getString("provider"),
                                row.getString("place")))
                        .list())
                .stream()
                .filter(near -> isAlike(near, entered))
                .limit(MOST)
                .toList();
    }

    private static boolean isAlike(Near near, Entered entered) {
        double alike = alike(near.title(), entered.text("title"));
        boolean isSameProvider = entered.text("provider").equalsIgnoreCase(near.provider());
        boolean isSamePlace = entered.text("place").equalsIgnoreCase(near.place());
        return alike >= (isSameProvider && isSamePlace ? ALIKE_AT_ONE_PLACE : ALIKE);
    }

    private static double alike(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return 1;
        }
        Set<String> words = words(one);
        Set<String> others = words(other);
        int shorter = Math.min(words.size(), others.size());
        Set<String> common = new HashSet<>(words);
        common.retainAll(others);
        return shorter == 0 ? 0 : (double) common.size() / shorter;
    }

    private static Set<String> words(String title) {
        return Arrays.stream(title.toLowerCase(Locale.GERMAN).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
