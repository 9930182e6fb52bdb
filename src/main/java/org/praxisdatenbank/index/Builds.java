package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.praxisdatenbank.index.BuildState.Owner;
import org.praxisdatenbank.index.IndexFolder.Held;
import org.praxisdatenbank.problem.Refused;

/** Sees and ends the build of an index, whichever process runs it. Safe for use by any thread. */
public final class Builds {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final IndexFolder folder;

    /** @param folder of the index */
    public Builds(Path folder) {
        this.folder = new IndexFolder(folder);
    }

    /** The build that runs now, if there is one; what a killed process has left behind is removed. */
    public Optional<BuildState> underWay() {
        // The lock is not touched without need: who wants to build would have to wait for it.
        if (folder.build().read().isEmpty()) {
            return Optional.empty();
        }
        Held nobodyBuilds;
        try {
            nobodyBuilds = folder.lockUnlessBuilding();
        } catch (Refused someoneBuilds) {
            return folder.build().read();
        }
        try (nobodyBuilds) {
            folder.build().delete();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("removing what a killed build has left", e);
        }
    }

    /**
     * Ends the build that runs now; the live generation stays. Returns who ran it when it has ended.
     *
     * @throws Refused where there is none, or it does not end, or had come to its end already
     */
    public Owner cancel() {
        Owner owner = askToEnd().orElseThrow(() -> new Refused("No index is being built in " + folder.path() + "."));
        awaitEnd(owner);
        if (folder.current().equals(Optional.of(owner.generation()))) {
            throw new Refused("The build of " + owner.text()
                    + ", had come to its end already: " + owner.generation()
                    + " is the live one. reindex --rollback goes back.");
        }
        return owner;
    }

    /** Asks the build that runs now to end, and returns who runs it without waiting; empty: nobody builds. */
    public Optional<Owner> askToEnd() {
        Optional<Owner> owner = underWay().map(BuildState::owner);
        try {
            if (owner.isPresent()) {
                folder.build().cancel(owner.get().generation());
            }
            return owner;
        } catch (IOException e) {
            throw new UncheckedIOException("asking for the end of a build", e);
        }
    }

    private void awaitEnd(Owner owner) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (underWay().filter(state -> state.owner().equals(owner)).isPresent()) {
            if (System.nanoTime() > end) {
                throw new Refused("The build of " + owner.text() + ", has been asked to end, but has not within "
                        + PATIENCE.toSeconds() + " seconds.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
