package org.praxisdatenbank.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.praxisdatenbank.db.EmbeddedDatabase.Use;

/** The right to start and stop PostgreSQL in a home folder: one process at a time, given back by its death. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path ownerFile;
    private final Owner owner;

    /**
     * Who holds the lock; stands in {@code postgres.owner}.
     *
     * @param started when the process began: its number alone may be another's by now
     * @param port where its PostgreSQL answers, 0 while it is starting
     * @param ticks when it began as Linux counts from its own start; 0 where the system does not tell
     */
    record Owner(long pid, Instant started, Use use, int port, long ticks) {
        /** Each process works its own start out from the system's clock, which may have been set in between. */
        private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);
        /** In {@code /proc/PID/stat}, counted behind the name, which may hold anything. */
        private static final int TICKS = 19;

        static Owner thisProcess(Use use) {
            ProcessHandle self = ProcessHandle.current();
            return new Owner(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), use, 0, ticks(self.pid()));
        }

        private static long ticks(long pid) {
            try {
                String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
                return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[TICKS]);
            } catch (IOException | RuntimeException unknown) {
                return 0;
            }
        }

        /** Whether the process of this number is still the one that wrote this; setting the clock changes nothing. */
        boolean isLiving() {
            return ticks == 0 ? isLivingByClock() : ticks(pid) == ticks;
        }

        private boolean isLivingByClock() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .filter(begin -> Duration.between(begin, started).abs().compareTo(CLOCK_ERROR) < 0)
                    .isPresent();
        }

        boolean isThisProcess() {
            Owner self = thisProcess(use);
            return pid == self.pid && (ticks == 0 ? started.equals(self.started) : ticks == self.ticks);
        }

        String command() {
            return use == Use.SERVE ? "serve" : "a command";
        }

        private static Owner parse(String line) {
            String[] words = line.strip().split(" ");
            return new Owner(
                    Long.parseLong(words[0]),
                    Instant.parse(words[1]),
                    Use.valueOf(words[2]),
                    Integer.parseInt(words[3]),
                    words.length > 4 ? Long.parseLong(words[4]) : 0);
        }

        private String line() {
            return pid + " " + started + " " + use + " " + port + " " + ticks + "\n";
        }
    }

    private HomeLock(FileChannel channel, Path ownerFile, Owner owner) {
        this.channel = channel;
        this.ownerFile = ownerFile;
        this.owner = owner;
    }

    /** @return empty when another process, or another part of this one, holds it */
    static synchronized Optional<HomeLock> tryAcquire(Path home, Use use) throws IOException {
        // Asked first, because a second channel of the owner's process would release its lock when closed (POSIX).
        if (owner(home).filter(Owner::isThisProcess).isPresent()) {
            return Optional.empty();
        }
        FileChannel channel =
                FileChannel.open(home.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        HomeLock held = new HomeLock(channel, ownerFileIn(home), Owner.thisProcess(use));
        held.announce(0);
        return Optional.of(held);
    }

    /** @return empty while nobody holds the lock, or the holder has not written its name yet, or cannot be seen */
    static Optional<Owner> owner(Path home) {
        try {
            return Optional.of(Owner.parse(Files.readString(ownerFileIn(home)))).filter(Owner::isLiving);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** @param port where others may attach from now on; 0 not yet */
    void announce(int port) throws IOException {
        Owner content = new Owner(owner.pid, owner.started, owner.use, port, owner.ticks);
        Path draft = ownerFile.resolveSibling("postgres.owner.draft");
        Files.writeString(draft, content.line());
        Files.move(draft, ownerFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path ownerFileIn(Path home) {
        return home.resolve("postgres.owner");
    }

    @Override
    public void close() throws IOException {
        synchronized (HomeLock.class) {
            if (channel.isOpen()) {
                Files.deleteIfExists(ownerFile);
                channel.close();
            }
        }
    }
}
