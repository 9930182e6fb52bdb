package org.praxisdatenbank.index;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Searches one state of the index, which has a number of its own: no other, of any index or run, is likely to have it. */
final class StateSearcher extends IndexSearcher {
    /** Of searchers that are no {@link StateSearcher}. */
    private static final long NONE = 0;

    private final long state = ThreadLocalRandom.current().nextLong();

    StateSearcher(IndexReader reader) {
        super(reader);
    }

    static long stateOf(IndexSearcher searcher) {
        return searcher instanceof StateSearcher known ? known.state : NONE;
    }
}
