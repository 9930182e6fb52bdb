package org.praxisdatenbank.transfer;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.praxisdatenbank.problem.Refused;

/** Where an export is written. Used by one thread. */
sealed interface ExportTarget {
    /** @throws Refused when it cannot be written at all */
    Draft open() throws IOException;

    FileFormat format();

    /**
     * A regular file is replaced at once or not at all; a pipe, a device or {@code -} for the standard output is written
     * as it comes, in JSON Lines where its name says nothing else.
     */
    static ExportTarget of(Path path) {
        if (path.toString().equals("-")) {
            return new Pipe(path, FileFormat.JSON_LINES);
        }
        if (Files.isDirectory(path)) {
            throw new Refused(path + " is a directory. Name a file in it.");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new Pipe(path, FileFormat.ofName(path.toString()).orElse(FileFormat.JSON_LINES));
        }
        FileFormat format = FileFormat.ofName(path.toString())
                .orElseThrow(() -> new Refused(path + " cannot be written: its ending tells the format. What can be"
                        + " exported: " + English.of(FileFormat.KNOWN) + "."));
        return new File(path, format);
    }

    /** What has been written; without a commit, closing takes it back as far as that is possible. */
    interface Draft extends AutoCloseable {
        OutputStream out();

        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A file. */
    record File(Path path, FileFormat format) implements ExportTarget {
        @Override
        public Draft open() throws IOException {
            return FileDraft.beside(path);
        }
    }

    /** What keeps nothing. */
    record Pipe(Path path, FileFormat format) implements ExportTarget {
        @Override
        public Draft open() throws IOException {
            return path.toString().equals("-")
                    // Unlike System.out this one does not keep a broken pipe to itself.
                    ? new PipeDraft(new FileOutputStream(FileDescriptor.out))
                    : new PipeDraft(Files.newOutputStream(path));
        }
    }

    /** Nothing can be taken back here. */
    record PipeDraft(OutputStream out) implements Draft {
        @Override
        public void commit() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
