package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** In an index so large that hits are given up before all of their score is known. */
class BestHitsTest {
    private static final int PRACTICES = 6_000;
    private static final int FIRST = 10;
    /** The words after these are in no title, so that the field that counts most finds nothing. */
    private static final int IN_TITLES = 6;

    /** The further behind, the rarer. */
    private static final List<String> WORDS = List.of(
            "Kita",
            "Ernährung",
            "Senioren",
            "Bewegung",
            "Ernährungsberatung",
            "Kinder",
            "Schwimmkurs",
            "Elterncafé",
            "Bewegungsförderung",
            "Gesundheitslotsin",
            "Nachbarschaft",
            "Kindergarten");

    private static TestIndex index;

    @BeforeAll
    static void build(@TempDir Path folder) {
        Random random = new Random(4);
        index = TestIndex.of(
                folder,
                IntStream.range(0, PRACTICES)
                        .mapToObj(number -> random(number, random))
                        .toList());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static StoredPractice random(int number, Random random) {
        Samples practice = practice("zufall-" + random.nextInt(1_000_000) + "-" + number)
                .titled(words(IN_TITLES, random, 2))
                .summary(words(WORDS.size(), random, 6))
                .description(words(WORDS.size(), random, 60));
        return (random.nextInt(9) == 0 ? practice.goodPractice(true) : practice).stored();
    }

    private static String words(int different, Random random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(word -> WORDS.get(Math.min(random.nextInt(different), random.nextInt(different))))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kita",
                "Kindergarten",
                "Gesundheitslotsin",
                "Ernährungsberatung",
                "Kita Schwimmkurs",
                "Nachbarschaft Kindergarten Senioren",
                "Schwimmkurs ODER Elterncafé",
                "\"Kita Ernährung\"",
                "beweg*",
                "nachbarschafd~",
                "titel:Kita Senioren -Elterncafé",
                "Xylofon Nachbarschaft Kindergarten",
                "-Kita",
            })
    void the_first_of_many_are_the_first_of_all(String text) {
        Results all = search(text, new Window(1, PRACTICES, null));
        assertThat(all.total()).isGreaterThan(FIRST).isEqualTo(all.hits().size());

        Results first = search(text, new Window(1, FIRST, null));
        assertThat(scored(first)).isEqualTo(scored(all).subList(0, FIRST));
        assertThat(first.total()).isEqualTo(all.total());

        Results next = search(text, new Window(1, FIRST, first.next()));
        assertThat(scored(next)).isEqualTo(scored(all).subList(FIRST, 2 * FIRST));
    }

    private static Results search(String text, Window window) {
        return index.index.search(new SearchQuery(text, Filters.NONE, null, Sort.RELEVANCE, window, Wanted.EVERYTHING));
    }

    private static List<String> scored(Results results) {
        return results.hits().stream().map(BestHitsTest::scored).toList();
    }

    private static String scored(Hit hit) {
        return hit.practice().id().value() + " " + hit.score();
    }
}
