package org.praxisdatenbank.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

/**
 * Writes every published practice in the order of the ids, all as they stand at one moment, with memory that does not
 * grow with their number. Safe for use by any thread.
 */
public final class Exporter {
    private static final int BUFFER_BYTES = 65_536;

    private final PracticeStore practices;

    public Exporter(PracticeStore practices) {
        this.practices = practices;
    }

    /**
     * The name's ending tells the format; {@code -} is the standard output. A file is replaced when all is written: an
     * export cut short leaves the old one.
     *
     * @param progress told the practices that are written; closed by the caller
     * @return how many practices were written
     * @throws Refused when the target cannot be written
     */
    public long run(Path target, Progress progress) {
        ExportTarget export = ExportTarget.of(target);
        try (ExportTarget.Draft draft = export.open()) {
            long count = write(draft.out(), export.format(), progress);
            draft.commit();
            return count;
        } catch (IOException | UncheckedIOException failure) {
            throw new Refused(target + " cannot be written (" + failure.getMessage() + ").", failure);
        }
    }

    /** Leaves the stream open. */
    public long write(OutputStream target, FileFormat format, Progress progress) throws IOException {
        progress.phase("export", practices.countPublished());
        OutputStream out = new BufferedOutputStream(target, BUFFER_BYTES);
        PracticeWriter writer = new PracticeWriter(out, format);
        writer.begin();
        try {
            practices.forEachPublished(stored -> {
                writer.write(stored.practice());
                progress.advance(1);
            });
        } catch (RuntimeException failure) {
            throw DatabaseFaults.refusedOr(failure);
        }
        long count = writer.end();
        out.flush();
        return count;
    }
}
