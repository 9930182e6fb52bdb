package org.praxisdatenbank.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;

/**
 * A searcher for one search, over the reader of one that all share: when the time is up it stops looking, keeps what has
 * been collected, and {@link #timedOut} tells. For one thread.
 */
final class TimedSearcher extends IndexSearcher {
    private static final Query NOTHING = new MatchNoDocsQuery("the time is up");

    private final Liftable limit;
    private boolean isCutShort;

    TimedSearcher(IndexSearcher shared, TimeLimit limit) throws IOException {
        this(shared, new Liftable(limit));
    }

    private TimedSearcher(IndexSearcher shared, Liftable limit) throws IOException {
        super(new TimedReader((DirectoryReader) shared.getIndexReader(), limit));
        this.limit = limit;
        setSimilarity(shared.getSimilarity());
        setQueryCache(shared.getQueryCache());
        setQueryCachingPolicy(shared.getQueryCachingPolicy());
        setTimeout(limit);
    }

    @Override
    public boolean timedOut() {
        return isCutShort || super.timedOut();
    }

    @Override
    public Query rewrite(Query query) throws IOException {
        try {
            return super.rewrite(query);
        } catch (ExitingReaderException timeIsUp) {
            cutShort();
            return NOTHING;
        }
    }

    /** A part that could not be made matches nothing; that is never seen, as no document is looked at any more. */
    @Override
    public Weight createWeight(Query query, ScoreMode scoreMode, float boost) throws IOException {
        try {
            return super.createWeight(query, scoreMode, boost);
        } catch (ExitingReaderException timeIsUp) {
            cutShort();
            return super.createWeight(NOTHING, scoreMode, boost);
        }
    }

    /** What is read from the index; something else where the time is up. */
    <T> T inTime(IOSupplier<T> reading, T otherwise) throws IOException {
        if (!isInTime()) {
            return otherwise;
        }
        try {
            return reading.get();
        } catch (ExitingReaderException timeIsUp) {
            cutShort();
            return otherwise;
        }
    }

    /** Whether to go on; who asks and does not, has been cut short. */
    boolean isInTime() {
        if (limit.shouldExit()) {
            cutShort();
        }
        return !isCutShort;
    }

    @Override
    protected void searchLeaf(LeafReaderContext segment, int from, int to, Weight weight, Collector collector)
            throws IOException {
        inTime(
                () -> {
                    super.searchLeaf(segment, from, to, weight, collector);
                    return true;
                },
                false);
    }

    /** From now on this searcher takes the time it needs: what was found in time is to be shown. */
    void waitFromNowOn() {
        limit.isLifted = true;
        isCutShort = false;
    }

    private void cutShort() {
        isCutShort = true;
        limit.whole.end(); // a thread that is interrupted is cut short before its time
    }

    /** A limit that can be lifted for one searcher, while it holds for others. */
    private static final class Liftable implements QueryTimeout {
        private final TimeLimit whole;
        private boolean isLifted;

        Liftable(TimeLimit whole) {
            this.whole = whole;
        }

        @Override
        public boolean shouldExit() {
            return !isLifted && whole.shouldExit();
        }
    }
}
