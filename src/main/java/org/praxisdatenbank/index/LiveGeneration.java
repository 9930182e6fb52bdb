package org.praxisdatenbank.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.FailPoint;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generation that is being served and written. Any thread may search; who writes is one thread at a time. Every user
 * holds a reference; the last one to release it closes it, so that a search begun before a switch ends in peace.
 */
final class LiveGeneration {
    private static final Logger LOG = LoggerFactory.getLogger(LiveGeneration.class);

    private final IndexSetup setup;
    private final String name;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Walks walks;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile Commits shown;

    private LiveGeneration(IndexSetup setup, String name, Directory directory, IndexWriter writer) throws IOException {
        this.setup = setup;
        this.name = name;
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new Ranked());
        this.walks = new Walks(setup.clock());
        this.shown = Commits.of(writer);
    }

    /** Opens what is there, becoming its one writer. */
    static LiveGeneration open(IndexSetup setup, String name) throws IOException {
        Directory directory = setup.folder().open(name);
        try {
            IndexWriter writer =
                    new IndexWriter(directory, Generation.configuration(setup).setOpenMode(OpenMode.APPEND));
            try {
                return new LiveGeneration(setup, name, directory, writer);
            } catch (IOException e) {
                writer.rollback();
                throw e;
            }
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    boolean isWritable() {
        return writer.isOpen();
    }

    /** False when it has been closed meanwhile; true asks for a {@link #release()}. */
    boolean acquire() {
        return users.getAndUpdate(number -> number == 0 ? 0 : number + 1) > 0;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            close();
        }
    }

    <T> T search(String doing, Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(doing, e);
        }
    }

    /**
     * Answers a search in the newest state, but one that goes on by relevance in the state in which it began: scores
     * move with the collection, and hits with them. Raises {@link Problem.Invalid} where that state is gone.
     *
     * @param from where it goes on; null: it begins
     */
    Results search(SearchQuery query, @Nullable Cursor from, Reading<Results> reading) {
        if (from == null || query.sort() != SearchQuery.Sort.RELEVANCE) {
            return search("searching", searcher -> kept(searcher, query, reading.in(searcher)));
        }
        try {
            return walks.search(from.state(), reading)
                    .orElseGet(() -> search("searching", searcher -> {
                        if (StateSearcher.stateOf(searcher) != from.state()) {
                            throw new Problem.Invalid("after", "problem.cursor.old").raise();
                        }
                        return kept(searcher, query, reading.in(searcher));
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException("searching on", e);
        }
    }

    private Results kept(IndexSearcher searcher, SearchQuery query, Results results) throws IOException {
        if (results.next() != null
                && query.sort() == SearchQuery.Sort.RELEVANCE
                && searcher instanceof StateSearcher state) {
            walks.keep(state);
        }
        return results;
    }

    /** Durable and visible when it returns. */
    void apply(Collection<StoredPractice> changed, Collection<PracticeId> gone, String position) {
        Generation.apply(writer, setup, changed, gone);
        try {
            Commits next = shown.at(position);
            next.put(writer);
            FailPoint.FOLLOW_WRITTEN.reached();
            writer.commit();
            FailPoint.FOLLOW_COMMITTED.reached();
            walks.dropOld();
            searchers.maybeRefreshBlocking();
            shown = next;
        } catch (IOException e) {
            throw new UncheckedIOException("committing changed practices", e);
        }
    }

    /** Of what searches show; the writer's own is ahead of it while it commits. */
    Commits shown() {
        return shown;
    }

    private void close() {
        Closeable unwritten = writer::rollback; // everything worth keeping has been committed
        try (directory;
                unwritten;
                searchers) {
            walks.close();
        } catch (IOException e) {
            // Its files may be deleted or the disk broken: that is nothing to whoever ends the last search in it.
            LOG.warn("closing {} of the index", name, e);
        }
    }

    private static final class Ranked extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            IndexSearcher searcher = new StateSearcher(reader);
            searcher.setSimilarity(Ranking.SIMILARITY);
            searcher.setQueryCache(null); // what is worth keeping is kept by FacetColumns and DocumentSets
            return searcher;
        }
    }

    /** What is done with a searcher while it is held. */
    interface Reading<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
