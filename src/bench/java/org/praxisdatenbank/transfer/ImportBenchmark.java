package org.praxisdatenbank.transfer;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.TerminalProgress;

/**
 * How long an import takes, and how much memory: {@code java -Xmx256m ... ImportBenchmark FILE...}. Each file goes into
 * an empty database of its own, twice (new, then unchanged), and out again. Not part of the tests.
 */
final class ImportBenchmark {
    private ImportBenchmark() {}

    public static void main(String[] files) {
        for (String file : files) {
            try (TestDatabase database = TestDatabase.create();
                    var progress = TerminalProgress.onStandardError()) {
                Importer importer =
                        new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT);
                for (int i = 0; i < 2; i++) {
                    measure("import " + file, () -> new ImportReport(
                                    importer.run(ImportSource.file(Path.of(file)), false, progress))
                            .lines()
                            .forEach(System.out::println));
                }
                Exporter exporter =
                        new Exporter(new PracticeStore(database.database().jdbi()));
                measure("export", () -> exporter.run(Path.of(file + ".export.jsonl"), progress));
            }
        }
    }

    private static void measure(String what, Runnable work) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        Instant began = Instant.now();
        work.run();
        Duration took = Duration.between(began, Instant.now());
        long heapBytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf("%s: %.1f s, peak heap at most %d MB%n", what, took.toMillis() / 1e3, heapBytes >> 20);
    }
}
