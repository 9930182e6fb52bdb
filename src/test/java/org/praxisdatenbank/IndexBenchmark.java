package org.praxisdatenbank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.sync.IndexKeeper;
import org.praxisdatenbank.sync.IndexMaintenance;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/** How long building, verifying and searching take: {@code IndexBenchmark FILE FOLDER}. Not part of the tests. */
final class IndexBenchmark {
    private static final int ROUNDS = 200;

    private IndexBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[1]), "index");
        try (TestDatabase database = TestDatabase.create()) {
            new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT)
                    .run(ImportSource.file(Path.of(arguments[0])), false, Progress.NONE);
            IndexSetup setup = new IndexSetup(
                    folder, new VocabularyStore(database.database().jdbi()).load(), new German(), Clock.systemUTC());
            IndexMaintenance maintenance = new IndexMaintenance(database.database(), setup);
            for (int round = 0; round < 3; round++) {
                measure("reindex", () -> maintenance.reindex(Progress.NONE));
            }
            System.out.printf("size %d MB%n", size(folder) >> 20);
            for (int round = 0; round < 2; round++) {
                measure("verify", () -> maintenance.verify(Progress.NONE).published());
            }
            searches(database, setup);
        }
    }

    private static void searches(TestDatabase database, IndexSetup setup) {
        try (IndexKeeper keeper = IndexKeeper.open(database.database(), setup, Duration.ofMillis(200), Progress.NONE)) {
            for (String text :
                    List.of("", "bewegung", "bewegung kinder", "\"vor Ort\"", "gesund*", "förderng~", "*heit")) {
                median(
                        "search '" + text + "' with facets and highlights",
                        () -> keeper.index().search(query(text, Filters.NONE)).total());
            }
            Filters filters = Filters.NONE
                    .with(Facet.STATE, Selection.any("DE-BY", "DE-BE"))
                    .with(Facet.TYPE, Selection.any("project"));
            median(
                    "search 'kinder' filtered",
                    () -> keeper.index().search(query("kinder", filters)).total());
            for (String text : List.of("b", "bew", "gesundheitsf")) {
                median(
                        "suggest '" + text + "'",
                        () -> keeper.index().suggest(text, Filters.NONE, 8).size());
            }
        }
    }

    private static SearchQuery query(String text, Filters filters) {
        Wanted all = new Wanted(EnumSet.allOf(Facet.class), true);
        return new SearchQuery(text, filters, null, Sort.RELEVANCE, Window.FIRST, all);
    }

    private static void measure(String what, LongSupplier work) {
        long began = System.nanoTime();
        long practices = work.getAsLong();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %d in %.1f s, %.0f per second%n", what, practices, seconds, practices / seconds);
    }

    private static void median(String what, LongSupplier work) {
        List<Long> times = new ArrayList<>();
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            found = work.getAsLong();
            times.add(System.nanoTime() - began);
        }
        Collections.sort(times);
        System.out.printf("%s: %.2f ms (finds %d)%n", what, times.get(ROUNDS / 2) / 1e6, found);
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
