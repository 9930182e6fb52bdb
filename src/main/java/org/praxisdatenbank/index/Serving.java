package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.IndexFolder.Held;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which generation is served and written, and how another takes its place. Any thread may use it; writing and exchanging
 * exclude each other and never make a search wait. What is known to be damaged is not served any more.
 */
final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final IndexSetup setup;
    private Held lock;
    private volatile @Nullable LiveGeneration live;
    /** Generations that are damaged, also where that cannot be written down. */
    private final Set<String> condemned = ConcurrentHashMap.newKeySet();

    private volatile boolean isSuspect;
    private volatile boolean isClosed;

    /** @param lock of the folder, for serving; released when this is closed */
    Serving(IndexSetup setup, Held lock) {
        this.setup = setup;
        this.lock = lock;
    }

    boolean isServing() {
        return live != null;
    }

    /** Serves nothing any more; neither this generation nor the one before is found again. */
    synchronized void discard() {
        setup.folder().forget();
        @Nullable LiveGeneration discarded = live;
        live = null;
        if (discarded != null) {
            discarded.release();
        }
    }

    /** Null where none is served; else to be released. */
    @Nullable
    LiveGeneration acquire() {
        @Nullable LiveGeneration used = live;
        while (used != null && !used.acquire()) {
            used = live; // it was replaced between reading and acquiring
        }
        return used;
    }

    synchronized void apply(Collection<StoredPractice> changed, Collection<PracticeId> gone, String position) {
        @Nullable LiveGeneration written = live;
        if (written == null) {
            throw new Problem.NotReady("index").raise();
        }
        if (!written.isWritable()) {
            reopen(written); // Lucene closes a writer that met a full disk or the like
            apply(changed, gone, position);
            return;
        }
        written.apply(changed, gone, position);
    }

    /** Until that works the broken one goes on being searched: all that it shows has been committed. */
    private void reopen(LiveGeneration broken) {
        try {
            live = LiveGeneration.open(setup, broken.name());
        } catch (IOException e) {
            if (Damage.isBehind(e)) {
                condemn(broken.name(), e);
            }
            throw new UncheckedIOException("opening the index again", e);
        }
        broken.release();
        LOG.debug("writing {} of the index again", broken.name());
    }

    synchronized boolean switchToCurrent(Preparing preparing) {
        @Nullable LiveGeneration before = live;
        Optional<String> current = current();
        if (isClosed || (before != null && current.equals(Optional.of(before.name())))) {
            return false;
        }
        if (current.isEmpty()) {
            return before == null && fallBack() && switchToCurrent(preparing);
        }
        return switchTo(current.get(), preparing);
    }

    private Optional<String> current() {
        return setup.folder().current().filter(name -> !condemned.contains(name));
    }

    private boolean switchTo(String name, Preparing preparing) {
        @Nullable LiveGeneration before = live;
        try {
            if (!(stateOf(name) instanceof IndexState.Ready found)) {
                return false;
            }
            LiveGeneration next = LiveGeneration.open(setup, name);
            if (before != null) {
                prepare(next, found, preparing);
            }
            live = next;
        } catch (IOException e) {
            if (!Damage.isBehind(e)) {
                throw new UncheckedIOException("opening " + name + " of the index", e);
            }
            condemn(name, e);
            return switchToCurrent(preparing);
        }
        if (before != null) {
            before.release(); // closed with its last search
            setup.folder().sweep();
        }
        return true;
    }

    private static void prepare(LiveGeneration next, IndexState.Ready found, Preparing preparing) {
        try {
            preparing.run(found, next::apply);
        } catch (RuntimeException e) {
            LOG.debug("{} of the index is served as it is, what is missing comes later", next.name(), e);
        }
    }

    /** Of a generation that need not be served. */
    IndexState stateOf(String name) throws IOException {
        try (IndexSnapshot snapshot = IndexSnapshot.open(setup, name)) {
            return new IndexState.Ready(name, snapshot.documents(), snapshot.position(), snapshot.origin());
        } catch (ProblemException otherVersion) {
            return new IndexState.OtherVersion(name);
        }
    }

    /** Back to the generation before, if there is one and all its files are whole. */
    private boolean fallBack() {
        Optional<String> before = setup.folder().previous();
        if (before.isEmpty()) {
            return false;
        }
        try (IndexSnapshot snapshot = IndexSnapshot.open(setup, before.get())) {
            snapshot.checkIntegrity();
        } catch (ProblemException otherVersion) {
            return false;
        } catch (IOException e) {
            condemn(before.get(), e);
            return false;
        }
        return fallBackTo(before.get());
    }

    private boolean fallBackTo(String name) {
        try {
            boolean has = setup.folder().fallBack();
            LOG.warn("back to {} of the index, the generation before", name);
            return has;
        } catch (IOException e) {
            throw new UncheckedIOException("going back to " + name + " of the index", e);
        }
    }

    /** Whether what is served has nothing on disk that stands for it any more. */
    synchronized boolean isLost() {
        return !isClosed && current().isEmpty();
    }

    /** Takes the folder again where somebody has deleted it, lock and all. */
    synchronized void reclaim() {
        if (!isClosed && !lock.isValid()) {
            lock.close();
            lock = setup.folder().lockForServing();
        }
    }

    /** Somebody has read what cannot be right; {@link #checkSuspect} finds out whether files are damaged. */
    void suspect() {
        isSuspect = true;
    }

    void checkSuspect() {
        if (isSuspect) {
            isSuspect = false;
            checkIntegrity();
        }
    }

    /** Reads all files of what is served and compares them with their checksums. */
    void checkIntegrity() {
        @Nullable LiveGeneration used = acquire();
        if (used == null) {
            return;
        }
        try (IndexSnapshot onDisk = IndexSnapshot.open(setup, used.name())) {
            onDisk.checkIntegrity();
        } catch (IOException e) {
            if (!Damage.isBehind(e)) {
                throw new UncheckedIOException("checking " + used.name() + " of the index", e);
            }
            stopServing(used, e);
        } finally {
            used.release();
        }
    }

    /** Goes on with the generation before, where that is whole; else with none until one is built. */
    private synchronized void stopServing(LiveGeneration damaged, IOException why) {
        if (live != damaged) {
            return;
        }
        live = null;
        condemn(damaged.name(), why);
        damaged.release();
        switchToCurrent(Preparing.NOTHING);
    }

    private void condemn(String name, IOException why) {
        LOG.error("{} of the index is damaged and will not be used any more", name, why);
        condemned.add(name);
        try {
            setup.folder().condemn(name);
        } catch (IOException e) {
            LOG.warn("this cannot be written down, so the next start will find out by itself", e);
        }
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        @Nullable LiveGeneration last = live;
        live = null;
        Held held = lock;
        try (held) {
            if (last != null) {
                last.release();
            }
        }
    }
}
