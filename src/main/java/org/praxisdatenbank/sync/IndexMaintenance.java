package org.praxisdatenbank.sync;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.index.SegmentFiles;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** What commands do to the index, beside a running server or without one. For one thread. */
public final class IndexMaintenance {
    private final ChangeLogStore log;
    private final Origins origins;
    private final PracticeStore practices;
    private final IndexSetup setup;
    private final int mostDifferences;

    public IndexMaintenance(Database database, IndexSetup setup) {
        this(database, setup, Verifier.MOST_DIFFERENCES);
    }

    /** @param mostDifferences that one comparison tells */
    IndexMaintenance(Database database, IndexSetup setup, int mostDifferences) {
        this.mostDifferences = mostDifferences;
        this.log = new ChangeLogStore(database.jdbi());
        this.origins = new Origins(new OriginStore(database.jdbi()));
        this.practices = new PracticeStore(database.jdbi());
        this.setup = setup;
    }

    /**
     * Builds a new generation, verifies it and makes it the live one; a running server switches to it by itself.
     * Returns how many practices it holds.
     *
     * @throws Refused while another process builds, where the disk fails or is full, or where the change log was pruned
     *     too early
     * @throws java.util.concurrent.CancellationException when the thread is interrupted; nothing has changed then
     */
    public long reindex(Progress progress) {
        long documents = built(progress);
        openUnlessServed().ifPresent(PracticeIndex::close); // opening sweeps the old generations
        return documents;
    }

    /**
     * Makes the generation that was the live one before the live one again; a running server switches to it by itself and
     * takes over what has changed since. Returns its name.
     *
     * @throws Refused where there is none that this program can read, or while another process builds one
     */
    public String rollBack() {
        return rollBack(setup.path(), setup::vocabularies);
    }

    /**
     * The same, without the word lists, which take longer to read than this does, and mostly without the database, which
     * takes longer to reach.
     *
     * @param vocabularies asked for only where the index itself does not tell that the way back is open
     */
    public static String rollBack(Path index, Supplier<Vocabularies> vocabularies) {
        return Generation.rollBack(index, vocabularies);
    }

    /**
     * Lets whoever follows the change log take over again what {@link #verify} found to differ, and compares once more;
     * again and again where there is more than one comparison tells. Returns what is left.
     *
     * @throws Refused where there is no index to compare
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    public Verification repair(Verification found, Progress progress) {
        return new Repair(log, mostDifferences).run(found, () -> verify(progress));
    }

    /**
     * Compares the index with the database, record by record. Without a running server the index first takes over what
     * the change log tells; a running one is given some seconds to do so.
     *
     * @throws Refused where there is no index to compare, or none that can take over what has changed
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    public Verification verify(Progress progress) {
        List<String> damaged = SegmentFiles.damaged(setup);
        if (!damaged.isEmpty()) {
            return Verification.damaged(practices.countPublished(), damaged); // who writes to it must not open it
        }
        Optional<PracticeIndex> unserved = openUnlessServed();
        try {
            unserved.ifPresent(index -> {
                refuseUnlessReady(index.state());
                catchUp(index);
            });
            return new Verifier(log, practices, setup, mostDifferences).compare(progress);
        } finally {
            unserved.ifPresent(PracticeIndex::close);
        }
    }

    private long built(Progress progress) {
        try {
            return new Rebuild(log, origins, practices, setup, progress).run();
        } catch (UncheckedIOException e) {
            throw new Refused(
                    "The index could not be built (" + e.getCause()
                            + "). The one there is stays as it is. Make space on"
                            + " the disk, or see whether it is well, and run reindex again.",
                    e);
        } catch (OtherDatabase other) {
            throw new Refused(other.getMessage() + " Nothing was switched. Run reindex again.", other);
        } catch (LostPlace lost) {
            throw new Refused(
                    "What changed while the index was built has been removed from the change log already. Nothing was"
                            + " switched. Run reindex again, with a larger PRAXIS_KEEP_CHANGES_HOURS for the servers.",
                    lost);
        }
    }

    private void catchUp(PracticeIndex index) {
        try {
            new CatchUp(log, practices, index, origins, Upkeep.NONE).run();
        } catch (OtherDatabase other) {
            throw new Refused(other.getMessage() + " Connect the right database; or run reindex.", other);
        } catch (LostPlace lost) {
            throw new Refused(
                    "The index stands before what the change log still holds. Run reindex, or start the server.", lost);
        }
    }

    private static void refuseUnlessReady(IndexState state) {
        switch (state) {
            case IndexState.Ready ready -> {}
            case IndexState.Missing missing ->
                throw new Refused("There is no index yet. Run reindex, or start the server.");
            case IndexState.OtherVersion other ->
                throw new Refused("The index was made by another version of this program. Run reindex, or start the"
                        + " server.");
        }
    }

    private Optional<PracticeIndex> openUnlessServed() {
        try {
            return Optional.of(PracticeIndex.open(setup));
        } catch (Refused served) {
            return Optional.empty();
        }
    }
}
