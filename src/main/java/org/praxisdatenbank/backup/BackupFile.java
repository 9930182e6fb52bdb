package org.praxisdatenbank.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

/** A backup that is read. For one thread. */
final class BackupFile implements AutoCloseable {
    private static final int LARGEST_MANIFEST = 1_000_000;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        try (InputStream json = zip.getInputStream(entry(Manifest.NAME))) {
            this.manifest = Manifest.read(json.readNBytes(LARGEST_MANIFEST));
        }
    }

    /** @throws Refused where there is no backup */
    static BackupFile open(Path path) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Refused("There is no file " + path + " that this user may read. Check its name.");
        }
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new Refused(path + " is no backup, or not all of it: " + e.getMessage() + ".", e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    private ZipEntry entry(String name) {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refused(path + " is no backup: there is no " + name + " in it.");
        }
        return entry;
    }

    void forEachRow(Manifest.Table table, Consumer<String> use) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(entry(table.file())), StandardCharsets.UTF_8.newDecoder()));
                Stream<String> rows = lines.lines()) {
            rows.forEach(use);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** @throws Refused where a file is not what the manifest says */
    void check(Progress progress) throws IOException {
        progress.phase("check", manifest.rows());
        for (Manifest.Table table : manifest.tables()) {
            Sum sum = new Sum();
            try {
                forEachRow(table, row -> {
                    sum.add(row);
                    progress.advance(1);
                });
            } catch (ZipException | CharacterCodingException e) {
                throw damaged(table, e);
            }
            if (sum.rows() != table.rows() || !sum.sha256().equals(table.sha256())) {
                throw damaged(table, null);
            }
        }
    }

    private Refused damaged(Manifest.Table table, @Nullable Exception cause) {
        String message =
                "The backup is damaged: %s in %s is not what was written. Nothing was changed; use another backup."
                        .formatted(table.file(), path);
        return cause == null ? new Refused(message) : new Refused(message, cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
