package org.praxisdatenbank.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Refused;

/** Applies the numbered SQL files to a database, each once. */
final class Migrations {
    static final String FOLDER = "migrations";
    static final String LATEST = "latest";
    static final String LOCATION = "classpath:" + FOLDER;

    private Migrations() {}

    /**
     * Applies what is missing up to the last one.
     *
     * @throws Refused when a file fails, there is no last one, or the database's history is not the files'
     */
    static void apply(DatabaseAddress address, String location, String last) {
        try {
            flyway(address, location, last).migrate();
        } catch (FlywayValidateException e) {
            throw new Refused(
                    ("The tables of the %s are not what this program made of them: %s"
                                    + " Start the version of the program that was used last, or restore a backup.")
                            .formatted(address.place(), oneLine(e)),
                    e);
        } catch (FlywayException e) {
            throw new Refused(
                    ("The tables of the %s could not be brought up to date: %s Nothing of the failed step was kept."
                                    + " Use an empty database or one of this program, and report what stands here.")
                            .formatted(address.place(), oneLine(e)),
                    e);
        }
    }

    // Its own connections, not the pool's: it needs two at a time, and a pool may be of size 1.
    private static Flyway flyway(DatabaseAddress address, String location, String last) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), nullIfEmpty(address.user()), nullIfEmpty(address.password()))
                .locations(location)
                .target(last)
                .loggers("slf4j")
                // Flyway's default lets a program run on tables of a newer one.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String oneLine(FlywayException e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        return message.endsWith(".") ? message : message + ".";
    }
}
