package org.praxisdatenbank.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.praxisdatenbank.practice.Practice;
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
        return run(target, false, progress);
    }

    /** @param hasMark see {@link PracticeWriter#of} */
    public long run(Path target, boolean hasMark, Progress progress) {
        ExportTarget export = ExportTarget.of(target);
        try (ExportTarget.Draft draft = export.open()) {
            OutputStream out = new BufferedOutputStream(draft.out(), BUFFER_BYTES);
            long count = write(PracticeWriter.of(export.format(), out, hasMark), progress);
            draft.commit();
            return count;
        } catch (IOException | UncheckedIOException failure) {
            throw new Refused(target + " cannot be written (" + failure.getMessage() + ").", failure);
        }
    }

    private long write(PracticeWriter writer, Progress progress) throws IOException {
        progress.phase("export", practices.countPublished());
        AtomicLong count = new AtomicLong();
        writer.begin();
        try {
            practices.forEachPublished(stored -> {
                write(writer, stored.practice());
                count.incrementAndGet();
                progress.advance(1);
            });
        } catch (RuntimeException failure) {
            throw DatabaseFaults.refusedOr(failure);
        }
        writer.end();
        return count.get();
    }

    private static void write(PracticeWriter writer, Practice practice) {
        try {
            writer.write(practice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
