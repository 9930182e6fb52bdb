package org.praxisdatenbank.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.DatabaseAddress;
import org.praxisdatenbank.db.EmbeddedDatabase;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/** A home folder and its database: one that outlives the server, or the one that the server brings along. */
final class Site implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final German GERMAN = new German();

    private final Path home;
    /** Null: the server's own. */
    private final @Nullable EmbeddedDatabase outside;

    private @Nullable Database database;

    private Site(Path home, @Nullable EmbeddedDatabase outside) {
        this.home = home;
        this.outside = outside;
    }

    static Site withDatabaseOutside(Path home) {
        return new Site(home, EmbeddedDatabase.startOrAttach(home.resolve("outside"), EmbeddedDatabase.Use.SERVE));
    }

    static Site withDatabaseOfServer(Path home) {
        return new Site(home, null);
    }

    boolean isDatabaseOutside() {
        return outside != null;
    }

    /** A command line for here. */
    List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.add("--home=" + home);
        if (outside != null) {
            DatabaseAddress address = outside.address();
            command.add("--database-url=" + address.jdbcUrl());
            command.add("--database-user=" + address.user());
            command.add("--database-password=" + address.password());
        }
        return command;
    }

    Path index() {
        return home.resolve("index");
    }

    Path file(String name) {
        return home.resolve(name);
    }

    /** Only while the server is ready, or the database is outside. */
    Database database() {
        if (database == null) {
            database = Database.open(
                    outside != null
                            ? outside.address()
                            : EmbeddedDatabase.startOrAttach(home, EmbeddedDatabase.Use.COMMAND)
                                    .address(),
                    CONNECTIONS);
            database.migrate();
        }
        return database;
    }

    /** The server's own one has another port after each start. */
    void serverEnded() {
        if (outside == null && database != null) {
            database.close();
            database = null;
        }
    }

    IndexSetup setup() {
        return new IndexSetup(index(), new VocabularyStore(database().jdbi()).load(), GERMAN, Clock.systemUTC());
    }

    /** Kills the server's own PostgreSQL, all of its processes, where it runs. */
    void killDatabase() {
        try {
            Path file = home.resolve("postgres").resolve("postmaster.pid");
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of("0");
            ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(postmaster -> {
                List<ProcessHandle> all =
                        new ArrayList<>(postmaster.descendants().toList());
                all.add(postmaster);
                all.forEach(ProcessHandle::destroyForcibly);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("killing PostgreSQL", e);
        }
    }

    /** So that nothing stays behind where somebody ends this process early. */
    void closeWithThisProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            close();
        }));
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
        if (outside != null) {
            outside.close();
        } else {
            killDatabase();
        }
    }
}
