package org.praxisdatenbank;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.DatabaseAddress;
import org.praxisdatenbank.db.EmbeddedDatabase;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;

/** The migrated database, the embedded server included where there is no other; what server and commands begin with. */
final class Storage implements AutoCloseable {
    /** A command may wait for what another one has locked; a server must notice that it waits for nobody. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Parts parts = new Parts();
    private final Database database;

    private Storage(Config config, Use use) {
        database = parts.add(Database.open(
                address(config, use),
                config.limits().databaseConnections(),
                use == Use.SERVE ? LONGEST_SILENCE : Duration.ZERO));
    }

    /** Raises {@code Refused} where the database cannot be reached, started or migrated. */
    static Storage open(Config config, Use use) {
        Storage storage = connect(config, use);
        try {
            storage.database.migrate();
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** Without touching the tables; raises {@code Refused} where the database cannot be reached or started. */
    static Storage connect(Config config, Use use) {
        return new Storage(config, use);
    }

    private DatabaseAddress address(Config config, Use use) {
        @Nullable DatabaseAddress given = config.database();
        return given != null
                ? given
                : parts.add(EmbeddedDatabase.startOrAttach(config.home(), use)).address();
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        parts.close();
    }
}
