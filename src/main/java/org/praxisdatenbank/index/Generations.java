package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import org.praxisdatenbank.problem.ProblemException;

/** Which generations of an index the folder names: the live one, and the one before it. Safe for use by any thread. */
public final class Generations {
    private final IndexSetup setup;

    public Generations(IndexSetup setup) {
        this.setup = setup;
    }

    /** Name of the live one, which whoever serves may not have noticed yet; empty: there is none. */
    public Optional<String> live() {
        return setup.folder().current();
    }

    /** Since when the live one is that; empty: there is none. */
    public Optional<Instant> liveSince() {
        try {
            return live().isEmpty()
                    ? Optional.empty()
                    : Optional.of(setup.folder().switchedAt());
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading since when the index is the live one", e);
        }
    }

    /** The one before, to which one can go back where it is ready; missing where there is none that is whole. */
    public IndexState before() {
        Optional<String> before = setup.folder().previous();
        if (before.isEmpty()) {
            return new IndexState.Missing();
        }
        try (IndexSnapshot snapshot = IndexSnapshot.open(setup, before.get())) {
            return new IndexState.Ready(before.get(), snapshot.documents(), snapshot.position(), snapshot.origin());
        } catch (ProblemException otherVersion) {
            return new IndexState.OtherVersion(before.get());
        } catch (IOException deletedOrDamaged) {
            return new IndexState.Missing();
        }
    }
}
