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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
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
 * {@code write.lock}, who builds a generation {@code build.lock}. A generation in whose folder lies a file {@code damaged}
 * is as good as gone. Safe for use by any thread and process.
 */
record IndexFolder(Path path, Opening opening) {
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String DAMAGED = "damaged";
    private static final String GENERATION = "generation-";
    private static final String SERVING = "write.lock";
    private static final String BUILDING = "build.lock";
    private static final Duration FOR_A_SWEEP = Duration.ofSeconds(2);
    private static final Duration FOR_A_COMMAND = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    IndexFolder(Path path) {
        this(path, FSDirectory::open);
    }

    /** Name of the live generation; empty when there is none, or it is damaged. */
    Optional<String> current() {
        return named(CURRENT);
    }

    /** When somebody last made a generation the live one. */
    Instant switchedAt() throws IOException {
        return Files.getLastModifiedTime(path.resolve(CURRENT)).toInstant();
    }

    /** Name of the generation that was the live one before, kept for a way back; empty when there is none that is whole. */
    Optional<String> previous() {
        Optional<String> current = current();
        return named(PREVIOUS).filter(name -> !current.equals(Optional.of(name)));
    }

    private Optional<String> named(String pointer) {
        try {
            String name = Files.readString(path.resolve(pointer)).strip();
            return name.startsWith(GENERATION) && isWhole(generation(name)) ? Optional.of(name) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading which index generation is the " + pointer + " one", e);
        }
    }

    private static boolean isWhole(Path generation) {
        return Files.isDirectory(generation) && !Files.exists(generation.resolve(DAMAGED));
    }

    Path generation(String name) {
        return path.resolve(name);
    }

    /** The files of a generation; to be closed. */
    Directory open(String generation) throws IOException {
        return opening.open(generation(generation));
    }

    /** From now on that generation counts as gone, for every process and after a restart too. */
    void condemn(String generation) throws IOException {
        if (Files.isDirectory(generation(generation))) {
            Files.write(generation(generation).resolve(DAMAGED), new byte[0]);
        }
    }

    /**
     * Makes the generation before the live one again where the live one is gone. Returns whether it has.
     *
     * @throws Refused while another process builds one
     */
    boolean fallBack() throws IOException {
        Held building = lockForBuilding();
        try (building) {
            Optional<String> before = previous();
            if (current().isPresent() || before.isEmpty()) {
                return false;
            }
            point(CURRENT, before.get());
            return true;
        }
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

    /** From now on there is no live generation and none before it. */
    void forget() {
        Held building = lockForBuilding();
        try (building) {
            Files.deleteIfExists(path.resolve(PREVIOUS));
            Files.deleteIfExists(path.resolve(CURRENT));
            IOUtils.fsync(path, true);
        } catch (IOException e) {
            throw new UncheckedIOException("forgetting the generations of the index in " + path, e);
        }
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
                () -> "The index in " + path
                        + " is in use by another process, probably a running server. Stop it, or choose"
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
                if (Thread.interrupted()) {
                    throw new CancellationException("interrupted while another build was under way");
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** The same, but without waiting. */
    Held lockUnlessBuilding() {
        return lock(
                BUILDING,
                () -> "Another process is rebuilding the index in " + path
                        + "%s.".formatted(build().read().map(IndexFolder::who).orElse(""))
                        + " Wait until it has finished, or end it with reindex --cancel.");
    }

    private static String who(BuildState build) {
        return ": " + build.owner().text() + ", now at " + build.step().phase();
    }

    /** In which whoever builds tells so. */
    BuildFile build() {
        return new BuildFile(path);
    }

    private Held lock(String name, Supplier<String> refusal) {
        try {
            Directory folder = FSDirectory.open(path);
            try {
                return new Held(folder, folder.obtainLock(name));
            } catch (LockObtainFailedException e) {
                folder.close();
                throw new Refused(refusal.get(), e);
            }
        } catch (IOException e) {
            throw new Refused(
                    "The index in " + path + " cannot be written (" + e
                            + "). Make the folder writable for this program," + " or choose another home.",
                    e);
        }
    }

    /** Deletes what builds have left and all generations but the live one and the one before it, except during a build. */
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
            build().delete();
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
        /** False when somebody has deleted the file that is locked. */
        boolean isValid() {
            try {
                lock.ensureValid();
                return true;
            } catch (IOException e) {
                return false;
            }
        }

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
