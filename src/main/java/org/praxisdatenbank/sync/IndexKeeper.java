package org.praxisdatenbank.sync;

import java.time.Instant;
import java.util.Optional;
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

    private final PracticeIndex index;
    private final CatchUp catchUp;
    private final Verifier verifier;
    private final Follower follower;
    private final Listener listener;
    private volatile @Nullable Instant verifiedAt;

    private IndexKeeper(PracticeIndex index, CatchUp catchUp, Verifier verifier, Follower follower, Listener listener) {
        this.index = index;
        this.catchUp = catchUp;
        this.verifier = verifier;
        this.follower = follower;
        this.listener = listener;
    }

    /**
     * Opens the index and brings it up to date; builds one first where there is none, one of another version or database,
     * or one that stands before what the change log still holds. The latter it does while it is open, too.
     *
     * @param database open as long as this; one connection more than its pool has is used
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder
     */
    public static IndexKeeper open(Database database, IndexSetup setup, Following following, Progress progress) {
        ChangeLogStore log = new ChangeLogStore(database.jdbi());
        PracticeStore practices = new PracticeStore(database.jdbi());
        if (new PruningStore(database.jdbi()).adopt()) {
            LOG.info("the change log is that of another PostgreSQL; following begins anew");
        }
        PracticeIndex index = PracticeIndex.open(setup);
        try {
            CatchUp catchUp = new CatchUp(log, practices, index);
            if (!isUpToDate(index, catchUp)) {
                LOG.info("building the index: {}", reason(index.state()));
                new Rebuild(log, practices, setup, progress).run();
                catchUp.run();
            }
            Runnable rebuild = () -> new Rebuild(log, practices, setup, Progress.NONE).run();
            Follower follower = Follower.start(duties(database, catchUp, following, rebuild), following.every());
            return new IndexKeeper(
                    index,
                    catchUp,
                    new Verifier(log, practices, setup),
                    follower,
                    database.listen(ChangeLogStore.CHANNEL, follower::wake));
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

    /** Raises {@code ConnectionException} (Jdbi's) while the database is away. */
    public IndexStatus status() {
        return new IndexStatus(index.state(), catchUp.lag());
    }

    /** Compares the index with the database, record by record. Takes seconds; interrupting the thread ends it. */
    public Verification verify(Progress progress) {
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
        listener.close();
        follower.close();
        index.close();
    }

    /** The index and how far it is behind the database. */
    public record IndexStatus(IndexState state, Lag lag) {}
}
