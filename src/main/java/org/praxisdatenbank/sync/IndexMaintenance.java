package org.praxisdatenbank.sync;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

/** What commands do to the index, beside a running server or without one. For one thread. */
public final class IndexMaintenance {
    private final ChangeLogStore log;
    private final Origins origins;
    private final PracticeStore practices;
    private final IndexSetup setup;

    public IndexMaintenance(Database database, IndexSetup setup) {
        this.log = new ChangeLogStore(database.jdbi());
        this.origins = new Origins(new OriginStore(database.jdbi()));
        this.practices = new PracticeStore(database.jdbi());
        this.setup = setup;
    }

    /**
     * Builds a new generation, verifies it and makes it the live one; a running server switches to it by itself.
     * Returns how many practices it holds.
     *
     * @throws Refused while another process builds, or where the disk fails or is full
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
        return Generation.rollBack(setup);
    }

    /**
     * Lets whoever follows the change log take over again what {@link #verify} found to differ. Returns what is left.
     *
     * @throws Refused where there is no index to compare
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    public Verification repair(Verification found, Progress progress) {
        log.touch(found.differences().stream().map(Difference::id).toList());
        return verify(progress);
    }

    /**
     * Compares the index with the database, record by record. Without a running server the index first takes over what
     * the change log tells; a running one is given some seconds to do so.
     *
     * @throws Refused where there is no index to compare
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    public Verification verify(Progress progress) {
        Optional<PracticeIndex> unserved = openUnlessServed();
        try {
            unserved.ifPresent(index -> {
                refuseUnlessReady(index.state());
                catchUp(index);
            });
            return new Verifier(log, practices, setup).run(progress);
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
        }
    }

    private void catchUp(PracticeIndex index) {
        try {
            new CatchUp(log, practices, index, origins, Upkeep.NONE).run();
        } catch (OtherDatabase other) {
            throw new Refused(other.getMessage() + " Connect the right database; or run reindex.", other);
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
