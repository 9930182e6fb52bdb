package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.IndexFolder.Held;
import org.praxisdatenbank.index.LiveGeneration.Reading;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Published;
import org.praxisdatenbank.practice.SimilarPractice;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Language;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one server. Any thread may search; writing and switching exclude each other and never make a search
 * wait. While there is no index that this program can read, searches raise {@link Problem.NotReady}.
 */
public final class PracticeIndex implements PracticeSearch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeIndex.class);

    private final IndexSetup setup;
    private final Serving serving;
    private final SuggestionMemory memory = new SuggestionMemory();

    private PracticeIndex(IndexSetup setup, Held lock) {
        this.setup = setup;
        this.serving = new Serving(setup, lock);
    }

    /**
     * Opens the live generation, if there is one of this version, as its only writer; the one before where the live one
     * is damaged. Sweeps away what crashes left.
     *
     * @throws org.praxisdatenbank.problem.Refused while another process uses the folder, or where it cannot be written
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

    /**
     * Takes over the labels as the database has them now. To be done after a row of the change log was read and before
     * its practice is written, which then has the labels of that row or newer ones.
     */
    public void refreshLabels() {
        setup.vocabularies().refresh();
    }

    /** Whether searches are answered now. */
    public boolean isServing() {
        return serving.isServing();
    }

    /**
     * Serves nothing any more, and lets nobody find this generation or the one before again: what they hold is not what
     * the database does. Running searches end in peace. The next sweep deletes them.
     *
     * @throws org.praxisdatenbank.problem.Refused while another process builds one
     */
    public void discard() {
        serving.discard();
    }

    /** What there is; an {@link IndexState.Ready} is the one that answers searches now. */
    public IndexState state() {
        @Nullable LiveGeneration used = serving.acquire();
        if (used == null) {
            return ofFolder();
        }
        try {
            int documents = used.search("counting practices", searcher -> count(searcher));
            Commits shown = used.shown();
            return new IndexState.Ready(used.name(), documents, shown.position(), shown.origin());
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
        try {
            return current.isPresent() && serving.stateOf(current.get()) instanceof IndexState.OtherVersion other
                    ? other
                    : new IndexState.Missing(); // or one that nobody has switched to yet
        } catch (IOException e) {
            LOG.debug("the index cannot be read", e);
            return new IndexState.Missing();
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
    public void forEachId(SearchQuery query, Consumer<PracticeId> use) {
        boolean isWhole =
                read("listing hits", searcher -> new Search(searcher, query, setup, TimeLimit.of(setup.searchTime()))
                        .forEachId(AllHits.STEP, use));
        if (!isWhole) {
            throw new Problem.Invalid("q", "problem.export.time").raise();
        }
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

    <T> T read(String doing, Reading<T> reading) {
        return use(live -> live.search(doing, reading));
    }

    private <T> T use(Function<LiveGeneration, T> reading) {
        @Nullable LiveGeneration used = serving.acquire();
        if (used == null) {
            throw new Problem.NotReady("index").raise();
        }
        try {
            return reading.apply(used);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new Problem.Invalid("q", "problem.query.too_many", String.valueOf(e.getMaxClauseCount())).raise();
        } catch (UncheckedIOException e) {
            suspect();
            throw e;
        } finally {
            used.release();
        }
    }

    /** The practices in it, whole. */
    public Published published() {
        return new IndexedPractices(this);
    }

    /**
     * Takes over changes from the log: those in the form they now have, and those no longer published. When it returns
     * they are found, and stay found after a crash. Raises {@link Problem.NotReady} while there is no index.
     *
     * @param position in the change log: everything up to there has been taken over
     * @throws RuntimeException where that cannot be written; then searches show what they showed before, and trying
     *     again is safe
     */
    public void apply(Collection<StoredPractice> changed, Collection<PracticeId> gone, String position) {
        serving.apply(changed, gone, position);
    }

    /**
     * Serves the live generation from now on, also when another process has built it; the old one stays as the previous
     * one, those before it are deleted. A generation that this program cannot read is left alone; where the live one is
     * damaged, the one before takes its place. Returns whether it has changed.
     */
    public boolean switchToCurrent() {
        return serving.switchToCurrent(Preparing.NOTHING);
    }

    /**
     * The same, and what is found before is found after.
     *
     * @param preparing done to the generation first, where there is one that it replaces; searches go on meanwhile
     */
    public boolean switchToCurrent(Preparing preparing) {
        return serving.switchToCurrent(preparing);
    }

    /**
     * Whether there is no live generation on disk: it is damaged or deleted, and one must be built. Searches may go on
     * meanwhile in files that are deleted but open.
     */
    public boolean isLost() {
        return serving.isLost();
    }

    /**
     * Makes sure that the folder is ours before one is built, also where somebody has deleted it.
     *
     * @throws org.praxisdatenbank.problem.Refused where another process has taken it meanwhile
     */
    public void reclaim() {
        serving.reclaim();
    }

    /**
     * Reads all files and compares them with their checksums, which takes as long as reading them does. A damaged
     * generation is not served any more: the one before is, or none until {@link #isLost} is mended.
     */
    public void checkIntegrity() {
        serving.checkIntegrity();
    }

    /** Somebody has read what cannot be right. */
    void suspect() {
        serving.suspect();
    }

    /** The same as {@link #checkIntegrity}, but only where a search or a record has failed since the last time. */
    public void checkSuspect() {
        serving.checkSuspect();
    }

    /** Searches still running end in peace; later ones raise {@link Problem.NotReady}. */
    @Override
    public void close() {
        serving.close();
    }
}
