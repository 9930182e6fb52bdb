package org.praxisdatenbank.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.transfer.FileDraft;

/**
 * Writes all content of the database into one ZIP file: for each table its rows as JSON Lines, and a manifest with the
 * SHA-256 of each, all as it stood at one moment. Everything reads that, this program is not needed. Memory does not grow
 * with the content. For one thread.
 */
public final class Backup {
    private static final int BUFFER_BYTES = 65_536;
    private static final String READ_ME =
            """
            A backup of a Praxisdatenbank. Each .jsonl file is a table of its database: one row a line, each a JSON
            object with the columns' names, in UTF-8. manifest.json names them in the order in which they can be
            filled, with the number of rows and the SHA-256 of each file.

            praxisdatenbank restore FILE --verify puts all of it into an empty database.
            """;

    private final BackupStore store;
    private final String program;

    /** @param program its version, for the manifest */
    public Backup(Database database, String program) {
        this.store = new BackupStore(database.jdbi());
        this.program = program;
    }

    /**
     * Replaces the file when all is written: a backup cut short leaves the old one. Only its owner may read it, for it
     * holds what is not public. Returns the number of rows.
     *
     * @throws Refused when the file cannot be written
     */
    public long run(Path target, Progress progress) {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new Refused(target + " is no file that could be replaced. Name a new one.");
        }
        try (FileDraft draft = FileDraft.secret(target)) {
            Manifest manifest = store.reading(content -> write(content, draft.out(), progress));
            draft.commit();
            return manifest.rows();
        } catch (IOException | UncheckedIOException failure) {
            throw new Refused(target + " cannot be written (" + failure.getMessage() + ").", failure);
        }
    }

    private Manifest write(BackupStore.Content content, OutputStream out, Progress progress) {
        progress.phase("backup", content.rows());
        try (ZipOutputStream zip = new ZipOutputStream(new KeptOpen(out))) {
            put(zip, "README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
            List<Manifest.Table> tables = new ArrayList<>();
            for (Layout.Columns table : content.layout().tables()) {
                tables.add(table(content, table, zip, progress));
            }
            Manifest manifest = new Manifest(Manifest.FORM, content.now(), program, content.schema(), tables);
            put(zip, Manifest.NAME, manifest.json());
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static Manifest.Table table(
            BackupStore.Content content, Layout.Columns table, ZipOutputStream zip, Progress progress)
            throws IOException {
        String file = table.name() + ".jsonl";
        zip.putNextEntry(new ZipEntry(file));
        Sum sum = new Sum();
        content.forEachRow(table, row -> {
            try {
                zip.write(sum.add(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.advance(1);
        });
        zip.closeEntry();
        return new Manifest.Table(table.name(), file, sum.rows(), sum.sha256());
    }

    /** A stream that its draft closes; ending the ZIP only writes what is left. */
    private static final class KeptOpen extends BufferedOutputStream {
        KeptOpen(OutputStream out) {
            super(out, BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
