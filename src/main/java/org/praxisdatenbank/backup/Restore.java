package org.praxisdatenbank.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

/** Puts a {@link Backup} into a database that has no practices yet. For one thread. */
public final class Restore {
    /** Rows that go into the database together. */
    private static final int TOGETHER = 200;

    private final Database database;
    private final BackupStore store;

    /** @param database need not be migrated */
    public Restore(Database database) {
        this.database = database;
        this.store = new BackupStore(database.jdbi());
    }

    /**
     * Reads the backup through before anything is changed. Then the tables are made as they were when it was written,
     * filled in one transaction, and brought up to date. The index is not restored: it is built anew.
     *
     * @param isVerified reads back what stands in the database then, and compares it with the backup
     * @return the number of rows
     * @throws Refused where the backup cannot be used, or the database already holds practices; its content is
     *     unchanged then
     */
    public long run(Path path, boolean isVerified, Progress progress) {
        try (BackupFile file = BackupFile.open(path)) {
            file.check(progress);
            Manifest manifest = file.manifest();
            database.migrateTo(manifest.schema());
            store.changing(content -> {
                refuseUnlessFitting(content, manifest);
                fill(content, file, progress);
                if (isVerified) {
                    verify(content, manifest, progress);
                }
            });
            database.migrate();
            return manifest.rows();
        } catch (IOException | UncheckedIOException failure) {
            throw new Refused(path + " cannot be read (" + failure.getMessage() + ").", failure);
        }
    }

    private static void refuseUnlessFitting(BackupStore.Content content, Manifest manifest) {
        if (!content.schema().equals(manifest.schema())) {
            throw new Refused(
                    "The database's tables are already of version %s, the backup's of %s. Restore into a new database."
                            .formatted(content.schema(), manifest.schema()));
        }
        if (!content.isEmpty()) {
            throw new Refused(
                    "The database holds practices, which a restore would mix with others. Nothing was changed;"
                            + " restore into a new database.");
        }
        List<String> there =
                content.layout().tables().stream().map(Layout.Columns::name).toList();
        List<String> saved =
                manifest.tables().stream().map(Manifest.Table::name).toList();
        if (!there.equals(saved)) {
            throw new Refused(
                    "The backup has the tables %s, the database %s. Restore with the version %s of the program."
                            .formatted(saved, there, manifest.program()));
        }
    }

    private static void fill(BackupStore.Content content, BackupFile file, Progress progress) {
        content.clear();
        progress.phase("restore", file.manifest().rows());
        for (int number = 0; number < file.manifest().tables().size(); number++) {
            Layout.Columns table = content.layout().tables().get(number);
            List<String> rows = new ArrayList<>();
            try {
                file.forEachRow(file.manifest().tables().get(number), row -> {
                    rows.add(row);
                    if (rows.size() == TOGETHER) {
                        add(content, table, rows, progress);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            add(content, table, rows, progress);
        }
        content.finish();
    }

    private static void add(BackupStore.Content content, Layout.Columns table, List<String> rows, Progress progress) {
        if (!rows.isEmpty()) {
            content.add(table, rows);
            progress.advance(rows.size());
            rows.clear();
        }
    }

    private static void verify(BackupStore.Content content, Manifest manifest, Progress progress) {
        progress.phase("verify", manifest.rows());
        for (Manifest.Table saved : manifest.tables()) {
            Layout.Columns table =
                    content.layout().tables().get(manifest.tables().indexOf(saved));
            Sum sum = new Sum();
            content.forEachRow(table, row -> {
                sum.add(row);
                progress.advance(1);
            });
            if (!sum.sha256().equals(saved.sha256())) {
                throw new Refused(("What stands in the table %s now is not what was backed up. Nothing was changed;"
                                + " please report this.")
                        .formatted(table.name()));
            }
        }
    }
}
