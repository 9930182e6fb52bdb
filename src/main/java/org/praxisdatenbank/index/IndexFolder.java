package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.praxisdatenbank.problem.FailPoint;
import org.praxisdatenbank.problem.Refused;

/**
 * The folder of an index: one folder for each generation, a file {@code current} that names the live one, a file
 * {@code previous} that names the one before it, and two locks: who serves (and writes) the index holds
 * {@code write.lock}, who builds a generation {@code build.lock}. Safe for use by any thread and process.
 */
record IndexFolder(Path path) {
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String GENERATION = "generation-";
    private static final String SERVING = "write.lock";
    private static final String BUILDING = "build.lock";
    private static final Duration FOR_A_SWEEP = Duration.ofSeconds(2);
    private static final Duration FOR_A_COMMAND = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /** Name of the live generation; empty when there is none. */
    Optional<String> current() {
        return named(CURRENT);
    }

    /** Name of the generation that was the live one before, kept for a way back; empty when there is none. */
    Optional<String> previous() {
        Optional<String> current = current();
        return named(PREVIOUS).filter(name -> !current.equals(Optional.of(name)));
    }

    private Optional<String> named(String pointer) {
        try {
            String name = Files.readString(path.resolve(pointer)).strip();
            return name.startsWith(GENERATION) && Files.isDirectory(generation(name))
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading which index generation is the " + pointer + " one", e);
        }
    }

    Path generation(String name) {
        return path.resolve(name);
    }

    /** Makes the folder of another generation; returns its name. */
    String startGeneration() throws IOException {
        String name = GENERATION + UUID.randomUUID();
        Files.createDirectories(generation(name));
        return name;
    }

    /**
     * From now on that generation is the live one, and the one that was is kept as the previous one; after a crash either
     * it or the one before is the live one.
     */
    void switchTo(String name) throws IOException {
        Optional<String> before = current();
        if (before.isPresent()) {
            point(PREVIOUS, before.get());
            FailPoint.POINTER_PREVIOUS.reached();
        }
        point(CURRENT, name);
        FailPoint.POINTER_SWITCHED.reached();
    }

    private void point(String pointer, String name) throws IOException {
        Path next = path.resolve(pointer + ".next");
        try (FileChannel file = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap((name + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
        FailPoint.POINTER_WRITTEN.reached();
        Files.move(next, path.resolve(pointer), StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(path, true);
    }

    /** Held as long as an index is served from here. */
    Held lockForServing() {
        return lock(
                SERVING,
                "The index in " + path + " is in use by another process, probably a running server. Stop it, or choose"
                        + " another home.");
    }

    /** The same for a server: a command that goes on without one needs the index for moments, and must not hinder it. */
    Held waitForServing() {
        return patiently(FOR_A_COMMAND, this::lockForServing);
    }

    /** Held while a generation is being built. Waits for a sweep, which takes moments. */
    Held lockForBuilding() {
        return patiently(FOR_A_SWEEP, this::lockUnlessBuilding);
    }

    private static Held patiently(Duration patience, Supplier<Held> lock) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return lock.get();
            } catch (Refused inUse) {
                if (System.nanoTime() > end) {
                    throw inUse;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private Held lockUnlessBuilding() {
        return lock(BUILDING, "Another process is rebuilding the index in " + path + ". Wait until it has finished.");
    }

    private Held lock(String name, String refusal) {
        try {
            Directory folder = FSDirectory.open(path);
            try {
                return new Held(folder, folder.obtainLock(name));
            } catch (LockObtainFailedException e) {
                folder.close();
                throw new Refused(refusal, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("locking the index in " + path, e);
        }
    }

    /** Deletes all generations but the live one and the one before it, except while another is being built. */
    void sweep() {
        Held building;
        try {
            building = lockUnlessBuilding();
        } catch (Refused someoneBuilds) {
            return; // what is left over now is swept at the next switch or start
        }
        try (building) {
            for (Path leftOver : leftOvers()) {
                IOUtils.rm(leftOver);
                FailPoint.SWEEP.reached();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing old generations of the index", e);
        }
    }

    private List<Path> leftOvers() throws IOException {
        Set<String> kept =
                Stream.concat(current().stream(), previous().stream()).collect(Collectors.toSet());
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(each -> each.getFileName().toString().startsWith(GENERATION))
                    .filter(each -> !kept.contains(each.getFileName().toString()))
                    .toList();
        }
    }

    /** A lock until it is closed; the operating system takes it back from a process that dies. */
    record Held(Directory folder, Lock lock) implements AutoCloseable {
        @Override
        public void close() {
            try (folder) {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException("releasing the lock of an index", e);
            }
        }
    }
}
