package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.IndexFolder.Held;
import org.praxisdatenbank.index.LiveGeneration.Reading;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.SimilarPractice;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Language;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.Suggestion;

/**
 * The index of one server. Any thread may search; writing and switching exclude each other and never make a search
 * wait. While there is no index that this program can read, searches raise {@link Problem.NotReady}.
 */
public final class PracticeIndex implements PracticeSearch, AutoCloseable {
    private final IndexSetup setup;
    private final Held lock;
    private final SuggestionMemory memory = new SuggestionMemory();
    private volatile @Nullable LiveGeneration live;
    private volatile boolean isClosed;

    private PracticeIndex(IndexSetup setup, Held lock) {
        this.setup = setup;
        this.lock = lock;
    }

    /**
     * Opens the live generation, if there is one of this version, as its only writer; sweeps away what crashes left.
     *
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder
     */
    public static PracticeIndex open(IndexSetup setup) {
        return open(setup, setup.folder().lockForServing());
    }

    /** The same for a server; waits some seconds for a command that needs the folder for itself. */
    public static PracticeIndex openToServe(IndexSetup setup) {
        return open(setup, setup.folder().waitForServing());
    }

    private static PracticeIndex open(IndexSetup setup, Held lock) {
        PracticeIndex index = new PracticeIndex(setup, lock);
        try {
            setup.folder().sweep();
            index.switchToCurrent();
            return index;
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** What there is; an {@link IndexState.Ready} is the one that answers searches now. */
    public IndexState state() {
        @Nullable LiveGeneration used = acquireOrNull();
        if (used == null) {
            return ofFolder();
        }
        try {
            int documents = used.search("counting practices", searcher -> count(searcher));
            return new IndexState.Ready(used.name(), documents, used.position());
        } finally {
            used.release();
        }
    }

    private static int count(IndexSearcher searcher) {
        IndexReader reader = searcher.getIndexReader();
        return reader.numDocs();
    }

    private IndexState ofFolder() {
        Optional<String> current = setup.folder().current();
        try (IndexSnapshot snapshot = IndexSnapshot.open(setup)) {
            return new IndexState.Ready(snapshot.generation(), snapshot.documents(), snapshot.position());
        } catch (ProblemException notReady) {
            return current.<IndexState>map(IndexState.OtherVersion::new).orElseGet(IndexState.Missing::new);
        }
    }

    /** Lucene's own key of the reader: each opening and each refresh has a new one, which equals no other. */
    @Override
    public Object asOf() {
        return read(
                "looking for changes",
                searcher -> searcher.getIndexReader().getReaderCacheHelper().getKey());
    }

    @Override
    public Results search(SearchQuery query) {
        @Nullable String after = query.window().after();
        @Nullable Cursor from = after == null ? null : Cursor.read(after, query.sort());
        SearchQuery asked = from == null || query.match() != null
                ? query
                : query.with(from.match()).with(query.window());
        return use(live -> live.search(
                asked, from, searcher -> new Search(searcher, asked, setup, TimeLimit.of(setup.searchTime())).run()));
    }

    @Override
    public Help help(SearchQuery query, Results answer) {
        return SearchHelp.isNeeded(answer)
                ? read("helping a search", searcher -> new SearchHelp(searcher, setup).of(query, answer))
                : Help.NOTHING;
    }

    @Override
    public List<Long> totals(List<SearchQuery> queries) {
        return queries.isEmpty()
                ? List.of()
                : read("counting hits", searcher -> Trials.of(searcher, setup).totals(queries));
    }

    @Override
    public List<SimilarPractice> similar(PracticeId id, int limit) {
        return read("finding similar practices", searcher -> new Similar(searcher, setup).to(id, limit));
    }

    @Override
    public Language describe(String text) {
        return read("describing words", searcher -> new WordDescriptions(
                        new TimedSearcher(searcher, TimeLimit.of(setup.searchTime())), setup.analysis())
                .of(text));
    }

    @Override
    public Language.Meeting meet(String one, String other) {
        return new Encounter(setup.analysis()).of(one, other);
    }

    @Override
    public List<Suggestion> suggest(String text, Filters filters, int limit) {
        return read("completing a text", searcher -> new Suggestions(searcher, setup, memory).of(text, filters, limit));
    }

    private <T> T read(String doing, Reading<T> reading) {
        return use(live -> live.search(doing, reading));
    }

    private <T> T use(Function<LiveGeneration, T> reading) {
        @Nullable LiveGeneration used = acquireOrNull();
        if (used == null) {
            throw new Problem.NotReady("index").raise();
        }
        try {
            return reading.apply(used);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new Problem.Invalid("q", "problem.query.too_many", String.valueOf(e.getMaxClauseCount())).raise();
        } finally {
            used.release();
        }
    }

    private @Nullable LiveGeneration acquireOrNull() {
        @Nullable LiveGeneration used = live;
        while (used != null && !used.acquire()) {
            used = live; // it was replaced between reading and acquiring
        }
        return used;
    }

    /**
     * Takes over changes from the log: those in the form they now have, and those no longer published. When it returns
     * they are found, and stay found after a crash. Raises {@link Problem.NotReady} while there is no index.
     *
     * @param position in the change log: everything up to there has been taken over
     */
    public synchronized void apply(Collection<StoredPractice> changed, Collection<PracticeId> gone, String position) {
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

    private void reopen(LiveGeneration broken) {
        try {
            live = null;
            broken.release();
            live = LiveGeneration.open(setup, broken.name());
        } catch (IOException e) {
            throw new UncheckedIOException("opening the index again", e);
        }
    }

    /**
     * Serves the live generation from now on, also when another process has built it; the old one stays as the previous
     * one, those before it are deleted. A generation that this program cannot read is left alone. Returns whether it has
     * changed.
     */
    public synchronized boolean switchToCurrent() {
        @Nullable LiveGeneration before = live;
        Optional<String> current = setup.folder().current();
        if (isClosed || current.isEmpty() || (before != null && before.name().equals(current.get()))) {
            return false;
        }
        if (!(readable(current.get()) instanceof IndexState.Ready)) {
            return false;
        }
        try {
            live = LiveGeneration.open(setup, current.get());
        } catch (IOException e) {
            throw new UncheckedIOException("opening " + current.get() + " of the index", e);
        }
        if (before != null) {
            before.release(); // closed with its last search
            setup.folder().sweep();
        }
        return true;
    }

    private IndexState readable(String generation) {
        return ofFolder() instanceof IndexState.Ready ready
                        && ready.generation().equals(generation)
                ? ready
                : new IndexState.OtherVersion(generation);
    }

    /** Searches still running end in peace; later ones raise {@link Problem.NotReady}. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        @Nullable LiveGeneration last = live;
        live = null;
        try (lock) {
            if (last != null) {
                last.release();
            }
        }
    }
}
