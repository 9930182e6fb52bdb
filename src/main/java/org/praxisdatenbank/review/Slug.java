package org.praxisdatenbank.review;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.PracticeId;

/** Makes the id of a practice of its title: {@code Fit für die Kita!} becomes {@code fit-fuer-die-kita}. */
final class Slug {
    /** Leaves room for a number. */
    private static final int LONGEST = 100;

    private static final int SHORTEST = 3;

    private Slug() {}

    /** Endless: the bare one first, then with 2, 3 and so on. */
    static Stream<PracticeId> candidates(String title) {
        String slug = of(title);
        return Stream.concat(
                Stream.of(new PracticeId(slug)),
                IntStream.iterate(2, number -> number + 1).mapToObj(number -> new PracticeId(slug + "-" + number)));
    }

    private static String of(String title) {
        String german = title.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String slug = Normalizer.normalize(german, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String shortened = shortened(slug);
        return shortened.length() < SHORTEST ? ("angebot-" + shortened).replaceAll("-+$", "") : shortened;
    }

    private static String shortened(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int end = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, end < LONGEST / 2 ? LONGEST : end);
    }
}
