package org.praxisdatenbank.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a data folder says; the process may be long gone, and its number another's.
 *
 * @param data the folder as PostgreSQL named it
 */
record Postmaster(long pid, Path data) {

    /** Who the process of this number is today. */
    enum Identity {
        /** Ended, or a process that has nothing to do with this folder. */
        FOREIGN,
        /** Started from our own binaries. */
        OURS,
        /** A PostgreSQL on this folder that somebody else has started. */
        OTHER_POSTGRES
    }

    static Path fileIn(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** @return empty when PostgreSQL has ended in good order, or the file cannot be understood */
    static Optional<Postmaster> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(fileIn(data));
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), Path.of(lines.get(1))));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * @param binaries the folder of our unpacked PostgreSQL; nobody else starts anything from it
     * @param folder the data folder that is asked about, as a real path
     */
    Identity identity(Path binaries, Path folder) {
        Optional<Path> program = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(Path::of);
        if (program.isEmpty() || !data.equals(folder)) {
            return Identity.FOREIGN;
        }
        if (program.get().startsWith(binaries)) {
            return Identity.OURS;
        }
        return worksIn(folder) ? Identity.OTHER_POSTGRES : Identity.FOREIGN;
    }

    // PostgreSQL's working directory is its data folder. Where there is no /proc, PostgreSQL's own check must do.
    private boolean worksIn(Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(folder);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
