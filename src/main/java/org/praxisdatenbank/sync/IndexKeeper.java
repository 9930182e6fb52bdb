package org.praxisdatenbank.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index for a server and keeps it equal to the database until it is closed. Any thread may ask. */
public final class IndexKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final PracticeIndex index;
    private final Origins origins;
    private final CatchUp catchUp;
    private final Verifier verifier;
    private final Follower follower;
    private volatile @Nullable Instant verifiedAt;

    private IndexKeeper(PracticeIndex index, Origins origins, CatchUp catchUp, Verifier verifier, Follower follower) {
        this.index = index;
        this.origins = origins;
        this.catchUp = catchUp;
        this.verifier = verifier;
        this.follower = follower;
    }

    /**
     * Opens the index and brings it up to date; builds one first where there is none, or one of another version or
     * database. An index that holds far more than such a database is kept instead: see {@link #trouble}. While it is open,
     * what is damaged, deleted or of another database is built anew in the same way.
     *
     * @param database open as long as this
     * @param followEvery time between two looks at the change log
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder
     */
    public static IndexKeeper open(Database database, IndexSetup setup, Duration followEvery, Progress progress) {
        ChangeLogStore log = new ChangeLogStore(database.jdbi());
        PracticeStore practices = new PracticeStore(database.jdbi());
        PracticeIndex index = PracticeIndex.open(setup);
        try {
            Origins origins = new Origins(new OriginStore(database.jdbi()));
            Upkeep upkeep = new Rebuilding(
                    index, origins, () -> new Rebuild(log, origins, practices, setup, Progress.NONE).run());
            CatchUp catchUp = new CatchUp(log, practices, index, origins, upkeep);
            if (!isUpToDate(index, catchUp, origins)) {
                LOG.info("building the index: {}", reason(index.state()));
                new Rebuild(log, origins, practices, setup, progress).run();
                catchUp.run();
            }
            return new IndexKeeper(
                    index, origins, catchUp, new Verifier(log, practices, setup), Follower.start(catchUp, followEvery));
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private static String reason(IndexState state) {
        return switch (state) {
            case IndexState.Missing missing -> "there is none yet";
            case IndexState.OtherVersion other -> other.generation() + " is of another version";
            case IndexState.Ready ready -> ready.generation() + " does not belong to this database";
        };
    }

    private static boolean isUpToDate(PracticeIndex index, CatchUp catchUp, Origins origins) {
        if (!(index.state() instanceof IndexState.Ready ready)) {
            return false;
        }
        try {
            origins.refuseUnlessOf(ready);
        } catch (OtherDatabase other) {
            return !origins.mayReplace(ready); // the follower tells
        }
        catchUp.run();
        return catchUp.isPlausible();
    }

    /** For searching; opened and closed by this. */
    public PracticeIndex index() {
        return index;
    }

    /** Raises {@code ConnectionException} (Jdbi's) while the database is away. */
    public IndexStatus status() {
        return new IndexStatus(index.state(), catchUp.lag());
    }

    /** What keeps the index from following the database; empty while nothing does. Needs no database. */
    public Optional<Trouble> trouble() {
        return catchUp.trouble();
    }

    /**
     * Reads all files of the index, which finds damage and lets another one be built; then compares it with the database,
     * record by record. Takes seconds; interrupting the thread ends it.
     */
    public Verification verify(Progress progress) {
        index.checkIntegrity();
        if (index.state() instanceof IndexState.Ready ready) {
            origins.refuseUnlessOf(ready); // what another database holds says nothing about this index
        }
        Verification verification = verifier.run(progress);
        if (verification.isEqual()) {
            verifiedAt = Instant.now();
        }
        return verification;
    }

    /** When {@link #verify} last found database and index equal. */
    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** Ends following within a second unless a batch is being written; running searches end in peace. */
    @Override
    public void close() {
        follower.close();
        index.close();
    }

    /** @param lag committed rows of the change log that the index does not show yet */
    public record IndexStatus(IndexState state, long lag) {}
}
