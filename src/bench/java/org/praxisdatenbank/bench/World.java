package org.praxisdatenbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.DatabaseAddress;
import org.praxisdatenbank.db.EmbeddedDatabase;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;
import org.praxisdatenbank.transfer.PracticeFile;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/**
 * A home folder with so many practices in its database, which this process runs while it is open: for servers it is an
 * external one. What is there already is used again.
 */
final class World implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Path home;
    private final int practices;
    private final EmbeddedDatabase postgres;
    private final Database database;

    private World(Path home, int practices) {
        this.home = home;
        this.practices = practices;
        this.postgres = EmbeddedDatabase.startOrAttach(home, EmbeddedDatabase.Use.SERVE);
        this.database = Database.open(postgres.address(), CONNECTIONS);
        database.migrate();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // PostgreSQL must not stay behind
    }

    static World open(Options options, Corpus corpus, int practices) throws IOException {
        Path home = options.home().resolve(corpus.name() + "-" + practices);
        World world = new World(home, practices);
        if (world.count() == practices) {
            return world;
        }
        world.close();
        delete(home);
        Files.createDirectories(home);
        corpus.write(practices, home.resolve("corpus.jsonl"));
        World fresh = new World(home, practices);
        fresh.load();
        return fresh;
    }

    private long count() {
        return Files.exists(file()) ? new PracticeStore(database.jdbi()).countPublished() : -1;
    }

    private void load() {
        long began = System.nanoTime();
        ImportResult result =
                new Importer(new ImportStore(database.jdbi()), ImportLimits.DEFAULT)
                        .run(ImportSource.file(file()), false, Progress.NONE);
        if (result.isRefused()) {
            throw new IllegalStateException("the corpus was refused: " + result);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("imported %,d practices, %.0f/s%n", practices, practices / seconds);
    }

    int practices() {
        return practices;
    }

    Path home() {
        return home;
    }

    Path file() {
        return home.resolve("corpus.jsonl");
    }

    /** Where the servers keep their index, and nobody else while one runs. */
    Path index() {
        return home.resolve("index");
    }

    Database database() {
        return database;
    }

    DatabaseAddress address() {
        return postgres.address();
    }

    Vocabularies vocabularies() {
        return new VocabularyStore(database.jdbi()).load();
    }

    /** An index of its own beside the servers'. */
    IndexSetup setup(Path folder) {
        return new IndexSetup(folder, vocabularies(), new German(), Clock.systemUTC());
    }

    /** All of them; takes much memory. */
    List<Practice> practicesInMemory() throws IOException {
        List<Practice> all = new ArrayList<>(practices);
        new PracticeFile(file(), vocabularies()).forEach(all::add);
        return all;
    }

    /** As the database would give them. */
    List<StoredPractice> inMemory() throws IOException {
        return practicesInMemory().stream()
                .map(practice -> new StoredPractice(practice, 1, Instant.EPOCH, Instant.EPOCH))
                .toList();
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
    }
}
