package org.praxisdatenbank.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.LiveGeneration.Reading;

/**
 * States of the index in which somebody may go on by a cursor; any thread may use it. States share all that did not
 * change between them, so a kept one costs little.
 */
final class Walks implements Closeable {
    /** After its last use. */
    static final Duration KEPT = Duration.ofMinutes(5);
    /** Of more, those used longest ago go first. */
    static final int MOST = 100;

    private final InstantSource clock;
    /** Those used longest ago first. */
    private final Map<Long, Kept> states = new LinkedHashMap<>(16, 0.75f, true);

    private Instant latest = Instant.MIN;

    Walks(InstantSource clock) {
        this.clock = clock;
    }

    /** A state and when it was last used; holds a reference to its reader. */
    private record Kept(IndexSearcher searcher, Instant used) {}

    synchronized void keep(StateSearcher searcher) throws IOException {
        Kept kept = new Kept(searcher, now());
        if (states.put(StateSearcher.stateOf(searcher), kept) == null) {
            searcher.getIndexReader().incRef();
        }
        dropOld();
    }

    /** Empty where the state is not kept. */
    <T> Optional<T> search(long state, Reading<T> reading) throws IOException {
        @Nullable IndexSearcher searcher = acquire(state);
        if (searcher == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.in(searcher));
        } finally {
            searcher.getIndexReader().decRef();
        }
    }

    private synchronized @Nullable IndexSearcher acquire(long state) throws IOException {
        dropOld();
        @Nullable Kept kept = states.get(state);
        if (kept == null) {
            return null;
        }
        states.put(state, new Kept(kept.searcher, now()));
        kept.searcher.getIndexReader().incRef();
        return kept.searcher;
    }

    synchronized void dropOld() throws IOException {
        Instant oldest = now().minus(KEPT);
        Iterator<Kept> inOrder = states.values().iterator();
        while (inOrder.hasNext()) {
            Kept kept = inOrder.next();
            if (states.size() <= MOST && !kept.used.isBefore(oldest)) {
                return;
            }
            inOrder.remove();
            kept.searcher.getIndexReader().decRef();
        }
    }

    /** Where the clock was set back all count as used now; else they would be kept as much longer. */
    private Instant now() {
        Instant now = clock.instant();
        if (now.isBefore(latest)) {
            states.replaceAll((state, kept) -> new Kept(kept.searcher, now));
        }
        latest = now;
        return now;
    }

    /** Lets go of all of them, also where one cannot be closed properly: files of an old generation may be deleted. */
    @Override
    public synchronized void close() throws IOException {
        List<Closeable> readers = states.values().stream()
                .<Closeable>map(kept -> kept.searcher.getIndexReader()::decRef)
                .toList();
        states.clear();
        IOUtils.close(readers);
    }
}
