package org.praxisdatenbank.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that a database has seen, or those that are shipped: one line of script and checksum each, in their
 * order. Comparing them spares loading Flyway only to find that nothing is to be done.
 */
record History(List<String> migrations) {
    private static final String APPLIED =
            """
            SELECT script, checksum, success
              FROM flyway_schema_history
             ORDER BY installed_rank
            """;
    private static final String THERE_IS_ONE = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";

    History {
        migrations = List.copyOf(migrations);
    }

    /** Empty where there is none; a failed migration equals no shipped one. */
    static History of(Connection database) throws SQLException {
        List<String> applied = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            if (!isThere(statement)) {
                return new History(List.of());
            }
            try (ResultSet row = statement.executeQuery(APPLIED)) {
                while (row.next()) {
                    String outcome = row.getBoolean("success") ? "" : " failed";
                    applied.add(line(row.getString("script"), row.getInt("checksum")) + outcome);
                }
            }
        }
        return new History(applied);
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(THERE_IS_ONE)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** @param folder on the class path, {@code migrations} */
    static History shipped(String folder) {
        @Nullable URL found = History.class.getResource("/" + folder);
        if (found == null) {
            return new History(List.of());
        }
        try {
            List<String> shipped = new ArrayList<>();
            for (String script : scripts(found)) {
                shipped.add(line(script, checksum("/" + folder + "/" + script)));
            }
            return new History(shipped);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("reading " + folder, e);
        }
    }

    private static List<String> scripts(URL folder) throws IOException, URISyntaxException {
        URLConnection connection = folder.openConnection();
        List<String> names = connection instanceof JarURLConnection jar ? inJar(jar) : inFolder(folder.toURI());
        return names.stream().filter(name -> name.endsWith(".sql")).sorted().toList();
    }

    private static List<String> inJar(JarURLConnection folder) throws IOException {
        String prefix = folder.getEntryName().replaceAll("/$", "") + "/";
        List<String> names = new ArrayList<>();
        Collections.list(folder.getJarFile().entries()).forEach(entry -> names.add(entry.getName()));
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static List<String> inFolder(URI folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** As Flyway counts it: over the lines without their ends. */
    private static int checksum(String resource) {
        CRC32 checksum = new CRC32();
        try (@Nullable InputStream file = History.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
        return (int) checksum.getValue();
    }

    private static String line(String script, int checksum) {
        return script + " " + checksum;
    }
}
