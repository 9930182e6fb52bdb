package org.praxisdatenbank.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
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
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final PracticeIndex index;
    private final CatchUp catchUp;
    private final Verifier verifier;
    private final Follower follower;
    private final @Nullable FirstBuild firstBuild;
    private volatile boolean isClosed;
    private volatile @Nullable Instant verifiedAt;
    private volatile @Nullable Checked lastCheck;

    private IndexKeeper(
            PracticeIndex index,
            CatchUp catchUp,
            Verifier verifier,
            Follower follower,
            @Nullable FirstBuild firstBuild) {
        this.index = index;
        this.catchUp = catchUp;
        this.verifier = verifier;
        this.follower = follower;
        this.firstBuild = firstBuild;
    }

    /** The same as {@link #start}, but waits until the index serves. */
    public static IndexKeeper open(Database database, IndexSetup setup, Duration followEvery, Progress progress) {
        IndexKeeper keeper = start(database, setup, followEvery, progress);
        keeper.awaitServing();
        return keeper;
    }

    /**
     * Opens the index and brings it up to date. Where there is none, or one of another version or database, none serves
     * when this returns: another thread builds one first.
     *
     * @param database open as long as this
     * @param followEvery time between two looks at the change log
     * @param progress is told of that build, by its thread
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder
     */
    public static IndexKeeper start(Database database, IndexSetup setup, Duration followEvery, Progress progress) {
        ChangeLogStore log = new ChangeLogStore(database.jdbi());
        PracticeStore practices = new PracticeStore(database.jdbi());
        PracticeIndex index = PracticeIndex.open(setup);
        try {
            CatchUp catchUp = new CatchUp(log, practices, index);
            @Nullable
            FirstBuild firstBuild =
                    isUpToDate(index, catchUp) ? null : build(index, new Rebuild(log, practices, setup, progress));
            return new IndexKeeper(
                    index,
                    catchUp,
                    new Verifier(log, practices, setup),
                    Follower.start(catchUp, followEvery),
                    firstBuild);
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** The follower switches to what has been built, and takes over what has changed since. */
    private static FirstBuild build(PracticeIndex index, Rebuild rebuild) {
        LOG.info("building the index: {}", reason(index.state()));
        if (index.isServing()) {
            index.discard();
        }
        return FirstBuild.start(rebuild, index::isServing);
    }

    private static String reason(IndexState state) {
        return switch (state) {
            case IndexState.Missing missing -> "there is none yet";
            case IndexState.OtherVersion other -> other.generation() + " is of another version";
            case IndexState.Ready ready -> ready.generation() + " does not belong to this database";
        };
    }

    private static boolean isUpToDate(PracticeIndex index, CatchUp catchUp) {
        if (!(index.state() instanceof IndexState.Ready)) {
            return false;
        }
        catchUp.run();
        return catchUp.isPlausible();
    }

    /** For searching; opened and closed by this. */
    public PracticeIndex index() {
        return index;
    }

    /** Returns when the index serves; false where this was closed or the thread interrupted before. */
    public boolean awaitServing() {
        while (!index.isServing() && !isClosed && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return index.isServing();
    }

    /** Raises {@code ConnectionException} (Jdbi's) while the database is away. */
    public IndexStatus status() {
        return new IndexStatus(index.state(), catchUp.lag());
    }

    /** Compares the index with the database, record by record. Takes seconds; interrupting the thread ends it. */
    public Verification verify(Progress progress) {
        Verification verification = verifier.run(progress);
        Instant now = Instant.now();
        lastCheck = new Checked(now, verification);
        if (verification.isEqual()) {
            verifiedAt = now;
        }
        return verification;
    }

    /** What {@link #verify} last found, whatever that was; empty until it has been asked. */
    public Optional<Checked> lastCheck() {
        return Optional.ofNullable(lastCheck);
    }

    /** When {@link #verify} last found database and index equal. */
    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    /** Ends following within a second unless a batch is being written; running searches end in peace, a build does not. */
    @Override
    public void close() {
        isClosed = true;
        if (firstBuild != null) {
            firstBuild.close();
        }
        follower.close();
        index.close();
    }

    /** @param at when the comparison ended */
    public record Checked(Instant at, Verification result) {}

    /** @param lag committed rows of the change log that the index does not show yet */
    public record IndexStatus(IndexState state, long lag) {}
}
