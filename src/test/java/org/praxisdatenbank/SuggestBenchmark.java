package org.praxisdatenbank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.transfer.PracticeFile;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/**
 * How long completing takes: {@code SuggestBenchmark FILE FOLDER}, FILE in the import format. The index is built in
 * FOLDER, or used as it is there. The first round of each case is told by itself: nothing is kept yet. Not part of the
 * tests.
 */
final class SuggestBenchmark {
    private static final int ROUNDS = 100;
    private static final List<String> WORDS = List.of(
            "gesundheitsförderung",
            "bewegungsangebote",
            "kindertagesstätte",
            "sozialarbeiterin",
            "nachbarschaftshilfe",
            "integrationskurs",
            "mehrgenerationenhaus",
            "präventionsprogramm",
            "arbeitslosigkeit",
            "familienberatung");
    private static final List<String> INSIDE =
            List.of("förd", "förderung", "arbeit", "angebot", "beratung", "hilfe", "projekt", "schule", "zentrum");
    private static final List<String> MISTYPED = List.of(
            "gesundhiet",
            "bewegunk",
            "nachbarshaft",
            "inetgration",
            "praevntion",
            "arbietslos",
            "famliie",
            "kindrtages");

    private SuggestBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Vocabularies vocabularies;
        try (TestDatabase database = TestDatabase.create()) {
            vocabularies = new VocabularyStore(database.database().jdbi()).load();
        }
        Path folder = Path.of(arguments[1]);
        IndexSetup setup = new IndexSetup(folder, vocabularies, new German(), Clock.systemUTC());
        if (Files.notExists(folder)) {
            build(new PracticeFile(Path.of(arguments[0]), vocabularies), setup);
        }
        System.out.printf("size %d MB%n", size(folder) >> 20);
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            System.out.println(index.state());
            measure(index, "without filters", Filters.NONE);
            measure(index, "one state", Filters.NONE.with(Facet.STATE, Selection.any("DE-BE")));
            measure(
                    index,
                    "four filters",
                    new Filters(
                            Map.of(
                                    Facet.STATE, Selection.any("DE-BY", "DE-BE"),
                                    Facet.TYPE, Selection.any("project"),
                                    Facet.STATUS, Selection.any("running", "completed")),
                            new TreeMap<>(),
                            new Years(2010, 2020)));
        }
    }

    private static void build(PracticeFile file, IndexSetup setup) throws IOException {
        long began = System.nanoTime();
        try (Generation generation = Generation.start(setup)) {
            file.forEach(practice -> generation.add(new StoredPractice(practice, 1, Instant.EPOCH, Instant.EPOCH)));
            generation.commit("0");
        }
        System.out.printf("built in %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    private static void measure(PracticeIndex index, String what, Filters filters) {
        System.out.println(what);
        for (int letters = 1; letters <= 12; letters++) {
            int length = letters;
            measure(
                    index,
                    letters + " letters",
                    WORDS.stream().map(word -> word.substring(0, length)).toList(),
                    filters);
        }
        measure(index, "inside words", INSIDE, filters);
        measure(index, "mistyped", MISTYPED, filters);
    }

    private static void measure(PracticeIndex index, String what, List<String> texts, Filters filters) {
        long[] first = times(texts.size(), number -> index.suggest(texts.get(number), filters, 8));
        long[] later =
                times(texts.size() * ROUNDS, number -> index.suggest(texts.get(number % texts.size()), filters, 8));
        System.out.printf(
                "  %s: median %.2f ms, p95 %.2f ms; first time median %.2f ms, worst %.2f ms; %s%n",
                what,
                later[later.length / 2] / 1e6,
                later[later.length * 95 / 100] / 1e6,
                first[first.length / 2] / 1e6,
                first[first.length - 1] / 1e6,
                shown(index.suggest(texts.getFirst(), filters, 8)));
    }

    private static List<String> shown(List<Suggestion> suggestions) {
        List<String> shown = new ArrayList<>();
        suggestions.forEach(suggestion -> shown.add("%s %s (%d)"
                .formatted(suggestion.target().getClass().getSimpleName(), suggestion.text(), suggestion.count())));
        return shown;
    }

    /** In nanoseconds, the shortest first. */
    private static long[] times(int rounds, IntConsumer work) {
        long[] times = IntStream.range(0, rounds)
                .mapToLong(number -> {
                    long began = System.nanoTime();
                    work.accept(number);
                    return System.nanoTime() - began;
                })
                .toArray();
        Arrays.sort(times);
        return times;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
