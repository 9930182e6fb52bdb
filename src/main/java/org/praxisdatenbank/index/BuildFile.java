package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.praxisdatenbank.index.BuildState.Owner;
import org.praxisdatenbank.index.BuildState.Step;

/**
 * Two small files in the folder of an index: {@code build.state}, in which whoever builds tells so, and
 * {@code build.cancel}, which names the build that shall end. Whether there is a build at all only its lock tells: a
 * process that dies leaves its files behind. Safe for use by any thread and process.
 */
record BuildFile(Path folder) {
    private static final String STATE = "build.state";
    private static final String CANCEL = "build.cancel";

    /** Readers see the state before or this one, never a part of it. */
    void write(BuildState state) throws IOException {
        Properties content = new Properties();
        content.setProperty("generation", state.owner().generation());
        content.setProperty("pid", String.valueOf(state.owner().pid()));
        content.setProperty("host", state.owner().host());
        content.setProperty("since", state.owner().since().toString());
        content.setProperty("phase", state.step().phase());
        content.setProperty("done", String.valueOf(state.step().done()));
        content.setProperty("total", String.valueOf(state.step().total()));
        content.setProperty("per_second", String.valueOf(state.step().perSecond()));
        content.setProperty("seconds_left", String.valueOf(state.step().secondsLeft()));
        Path next = folder.resolve(STATE + ".next");
        try (Writer file = Files.newBufferedWriter(next)) {
            content.store(file, null);
        }
        Files.move(next, folder.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was last written; empty where nothing is, or nothing that can be read. */
    Optional<BuildState> read() {
        Properties content = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(STATE))) {
            content.load(file);
            return Optional.of(new BuildState(owner(content), step(content)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading who builds the index", e);
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return Optional.empty();
        }
    }

    private static Owner owner(Properties content) {
        return new Owner(
                content.getProperty("generation", ""),
                number(content, "pid"),
                content.getProperty("host", ""),
                Instant.parse(content.getProperty("since", "")));
    }

    private static Step step(Properties content) {
        return new Step(
                content.getProperty("phase", ""),
                number(content, "done"),
                number(content, "total"),
                number(content, "per_second"),
                number(content, "seconds_left"));
    }

    private static long number(Properties content, String name) {
        return Long.parseLong(content.getProperty(name, ""));
    }

    /** Asks whoever builds that generation to end. */
    void cancel(String generation) throws IOException {
        Files.writeString(folder.resolve(CANCEL), generation);
    }

    /** Whether somebody has asked for the end of the build of that generation. */
    boolean isCancelled(String generation) {
        try {
            return Files.readString(folder.resolve(CANCEL)).equals(generation);
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("looking whether the build of the index shall end", e);
        }
    }

    /** Only for who holds the lock. */
    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve(STATE));
        Files.deleteIfExists(folder.resolve(STATE + ".next"));
        Files.deleteIfExists(folder.resolve(CANCEL));
    }
}
