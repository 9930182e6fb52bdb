package org.praxisdatenbank.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.lucene.search.IndexSearcher;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.query.QueryLimits;
import org.praxisdatenbank.vocabulary.Derived;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Where an index is and how it is made and read; safe for use by any thread. */
public final class IndexSetup {
    static {
        IndexSearcher.setMaxClauseCount(2 * TextQuery.MOST_PARTS); // filters and proximity need some too
    }

    private final IndexFolder folder;
    private final Vocabularies vocabularies;
    private final Clock clock;
    private final Duration searchTime;
    private final Analysis analysis;
    private final Documents documents;
    private final Derived<FacetOrder> order;
    private final Derived<LabelKeys> labelKeys;
    private final Derived<NearLabels> nearLabels;
    private final FacetColumns columns = new FacetColumns();
    private final DocumentOrders documentOrders = new DocumentOrders();

    /** The same with other files. */
    IndexSetup(IndexSetup other, Opening opening) {
        this.folder = new IndexFolder(other.folder.path(), opening);
        this.vocabularies = other.vocabularies;
        this.clock = other.clock;
        this.searchTime = other.searchTime;
        this.analysis = other.analysis;
        this.documents = other.documents;
        this.order = other.order;
        this.labelKeys = other.labelKeys;
        this.nearLabels = other.nearLabels;
    }

    /** With the default time for a search. */
    public IndexSetup(Path folder, Vocabularies vocabularies, German german, Clock clock) {
        this(folder, vocabularies, german, clock, QueryLimits.DEFAULT.time());
    }

    /**
     * @param folder holds the generations; made when missing
     * @param vocabularies their labels are searched too; with other labels in a list that nobody edits the index is one
     *     of another version
     * @param german what is known of words; made once for the program
     * @param clock tells the day on which a practice is running or over
     * @param searchTime how long one search may take; then it answers with what it has
     */
    public IndexSetup(Path folder, Vocabularies vocabularies, German german, Clock clock, Duration searchTime) {
        this.folder = new IndexFolder(folder);
        this.vocabularies = vocabularies;
        this.clock = clock;
        this.searchTime = searchTime;
        this.analysis = new Analysis(german);
        this.documents = new Documents(vocabularies, analysis);
        this.order = new Derived<>(vocabularies, FacetOrder::new);
        this.labelKeys = new Derived<>(vocabularies, lists -> LabelKeys.of(lists, analysis));
        this.nearLabels = new Derived<>(vocabularies, lists -> new NearLabels(german, lists));
    }

    IndexFolder folder() {
        return folder;
    }

    /** Where the generations lie. */
    public Path path() {
        return folder.path();
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    Clock clock() {
        return clock;
    }

    Duration searchTime() {
        return searchTime;
    }

    Analysis analysis() {
        return analysis;
    }

    Documents documents() {
        return documents;
    }

    FacetOrder order() {
        return order.get();
    }

    FacetColumns columns() {
        return columns;
    }

    DocumentOrders documentOrders() {
        return documentOrders;
    }

    LabelKeys labelKeys() {
        return labelKeys.get();
    }

    NearLabels nearLabels() {
        return nearLabels.get();
    }

    /** What an index must have been made with to be searched by this program. */
    String version() {
        return Fields.version(vocabularies);
    }
}
