package org.praxisdatenbank.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.Listener;
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
    private final Listener listener;
    private final @Nullable FirstBuild firstBuild;
    private volatile boolean isClosed;
    private volatile @Nullable Instant verifiedAt;
    private volatile @Nullable Checked lastCheck;

    private IndexKeeper(
            PracticeIndex index,
            CatchUp catchUp,
            Verifier verifier,
            Follower follower,
            Listener listener,
            @Nullable FirstBuild firstBuild) {
        this.index = index;
        this.catchUp = catchUp;
        this.verifier = verifier;
        this.follower = follower;
        this.listener = listener;
        this.firstBuild = firstBuild;
    }

    /** The same as {@link #start}, but waits until the index serves. */
    public static IndexKeeper open(Database database, IndexSetup setup, Following following, Progress progress) {
        IndexKeeper keeper = start(database, setup, following, progress);
        keeper.awaitServing();
        return keeper;
    }

    /**
     * Opens the index and brings it up to date. Where there is none, one of another version or database, or one that
     * stands before what the change log still holds, none serves when this returns: another thread builds one first. An
     * index that falls behind the log while it is open is built anew, too.
     *
     * @param database open as long as this; one connection more than its pool has is used
     * @param progress is told of the first build, by its thread
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder
     */
    public static IndexKeeper start(Database database, IndexSetup setup, Following following, Progress progress) {
        ChangeLogStore log = new ChangeLogStore(database.jdbi());
        PracticeStore practices = new PracticeStore(database.jdbi());
        if (new PruningStore(database.jdbi()).adopt()) {
            LOG.info("the change log is that of another PostgreSQL; following begins anew");
        }
        PracticeIndex index = PracticeIndex.open(setup);
        try {
            CatchUp catchUp = new CatchUp(log, practices, index);
            @Nullable
            FirstBuild firstBuild =
                    isUpToDate(index, catchUp) ? null : build(index, new Rebuild(log, practices, setup, progress));
            Runnable rebuild = () -> new Rebuild(log, practices, setup, Progress.NONE).run();
            Follower follower = Follower.start(duties(database, catchUp, following, rebuild), following.every());
            return new IndexKeeper(
                    index,
                    catchUp,
                    new Verifier(log, practices, setup),
                    follower,
                    database.listen(ChangeLogStore.CHANNEL, follower::wake),
                    firstBuild);
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private static Follower.Duties duties(Database database, CatchUp catchUp, Following following, Runnable rebuild) {
        FollowerStore followers = new FollowerStore(database.jdbi());
        return new Follower.Duties(
                catchUp,
                new LagWatch(following.tellLag()),
                new Attendance(followers, following.every()),
                new Pruning(new PruningStore(database.jdbi()), followers, following.keep()),
                rebuild);
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
            case IndexState.Ready ready ->
                ready.generation() + " is of another database or stands before the change log";
        };
    }

    private static boolean isUpToDate(PracticeIndex index, CatchUp catchUp) {
        if (!(index.state() instanceof IndexState.Ready)) {
            return false;
        }
        try {
            catchUp.run();
            return catchUp.isPlausible();
        } catch (LostPlace lost) {
            return false;
        }
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
        listener.close();
        if (firstBuild != null) {
            firstBuild.close();
        }
        follower.close();
        index.close();
    }

    /** @param at when the comparison ended */
    public record Checked(Instant at, Verification result) {}

    /** The index and how far it is behind the database. */
    public record IndexStatus(IndexState state, Lag lag) {}
}
