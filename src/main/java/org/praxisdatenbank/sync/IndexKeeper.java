package org.praxisdatenbank.sync;

import java.time.Duration;
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
    private final Origins origins;
    private final CatchUp catchUp;
    private final Verifier verifier;
    private final Follower follower;
    private final Listener listener;
    private volatile boolean isClosed;
    private volatile @Nullable Instant verifiedAt;
    private volatile @Nullable Checked lastCheck;

    private IndexKeeper(
            Database database, IndexSetup setup, Following following, Progress progress, PracticeIndex index) {
        ChangeLogStore log = new ChangeLogStore(database.jdbi());
        PracticeStore practices = new PracticeStore(database.jdbi());
        this.index = index;
        this.origins = new Origins(new OriginStore(database.jdbi()));
        if (!mayServe(new CatchUp(log, practices, index, origins, Upkeep.NONE))) {
            index.discard();
        }
        Rebuild rebuild = new Rebuild(log, origins, practices, setup, progress);
        this.catchUp = new CatchUp(log, practices, index, origins, new Rebuilding(index, origins, rebuild::run));
        this.verifier = new Verifier(log, practices, setup);
        this.follower = Follower.start(duties(database, following), following.every());
        this.listener = database.listen(ChangeLogStore.CHANNEL, follower::wake);
    }

    /** The same as {@link #start}, but waits until the index serves. */
    public static IndexKeeper open(Database database, IndexSetup setup, Following following, Progress progress) {
        IndexKeeper keeper = start(database, setup, following, progress);
        keeper.awaitServing();
        return keeper;
    }

    /**
     * Opens the index and brings it up to date. Where there is none, one of another version or database, or one that
     * stands before what the change log still holds, none serves when this returns: the thread that follows builds one
     * first. An index that holds far more than such a database is kept instead: see {@link #trouble}. While it is open,
     * what is damaged, deleted or of another database, or falls behind the log, is built anew, too.
     *
     * @param database open as long as this; one connection more than its pool has is used
     * @param progress is told of builds, by their thread
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder
     */
    public static IndexKeeper start(Database database, IndexSetup setup, Following following, Progress progress) {
        if (new PruningStore(database.jdbi()).adopt()) {
            LOG.info("the change log is that of another PostgreSQL; following begins anew");
        }
        PracticeIndex index = PracticeIndex.openToServe(setup);
        try {
            return new IndexKeeper(database, setup, following, progress, index);
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private Follower.Duties duties(Database database, Following following) {
        FollowerStore followers = new FollowerStore(database.jdbi());
        return new Follower.Duties(
                catchUp,
                new LagWatch(following.tellLag()),
                new Attendance(followers, following.every()),
                new Pruning(new PruningStore(database.jdbi()), followers, following.keep()));
    }

    /** Whether what there is may answer searches: nothing is, too, what the follower builds anyway. */
    private boolean mayServe(CatchUp first) {
        if (!(index.state() instanceof IndexState.Ready ready)) {
            return true;
        }
        try {
            first.run();
            return first.isPlausible();
        } catch (LostPlace lost) {
            return false;
        } catch (OtherDatabase other) {
            return !origins.mayReplace(ready); // the follower tells
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
        return new IndexStatus(index.state(), lag());
    }

    /** How far the index is behind the database; raises {@code ConnectionException} (Jdbi's) while that is away. */
    public Lag lag() {
        return catchUp.lag();
    }

    /** There may be another generation, or something new in the change log; returns at once. */
    void wake() {
        follower.wake();
    }

    /** What keeps the index from following the database; empty while nothing does. Needs no database. */
    public Optional<Trouble> trouble() {
        return follower.trouble();
    }

    /**
     * Reads all files of the index, then compares it with the database, record by record. One that is damaged is not
     * served any more; another takes its place. Takes seconds; interrupting the thread ends it.
     */
    public Verification verify(Progress progress) {
        if (index.state() instanceof IndexState.Ready ready) {
            origins.refuseUnlessOf(ready); // what another database holds says nothing about this index
        }
        Verification verification = verifier.run(progress);
        Instant now = Instant.now();
        lastCheck = new Checked(now, verification);
        if (verification.isEqual()) {
            verifiedAt = now;
        }
        if (!verification.damaged().isEmpty()) {
            index.checkIntegrity();
            follower.wake();
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
        follower.close();
        index.close();
    }

    /** @param at when the comparison ended */
    public record Checked(Instant at, Verification result) {}

    /** The index and how far it is behind the database. */
    public record IndexStatus(IndexState state, Lag lag) {}
}
