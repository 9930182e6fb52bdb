package org.praxisdatenbank.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.WebSettings.Load;

/**
 * Who may be worked on now. All requests together are bounded, and so are those of them that search: more of them at the
 * same time than processors only make each slower. Safe for use by any thread.
 */
final class Turns {
    /** A search that has more before it than this would wait in vain as a rule. */
    private static final int WAITING_FOR_EACH = 16;

    private final Semaphore requests;
    private final Semaphore searches;
    private final Load load;

    Turns(Load load) {
        this.load = load;
        this.requests = new Semaphore(load.requests());
        this.searches = new Semaphore(load.searches(), true);
    }

    /** The right to be worked on; given back once, however often it is closed. */
    static final class Turn implements AutoCloseable {
        private final Semaphore of;
        private final AtomicBoolean isOver = new AtomicBoolean();

        private Turn(Semaphore of) {
            this.of = of;
        }

        @Override
        public void close() {
            if (isOver.compareAndSet(false, true)) {
                of.release();
            }
        }
    }

    /** At once: null where too many are being worked on. */
    @Nullable
    Turn request() {
        return requests.tryAcquire() ? new Turn(requests) : null;
    }

    /** After a short wait: null where too many wait already, or it was in vain. */
    @Nullable
    Turn search() {
        if (searches.getQueueLength() >= WAITING_FOR_EACH * load.searches()) {
            return null;
        }
        try {
            boolean isTurn = searches.tryAcquire(load.searchWaitMillis(), TimeUnit.MILLISECONDS);
            return isTurn ? new Turn(searches) : null;
        } catch (InterruptedException theServerStops) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
