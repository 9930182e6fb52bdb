package org.praxisdatenbank.index;

import java.nio.file.Path;
import java.time.Clock;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Where an index is and how it is made; immutable and safe for use by any thread. */
public final class IndexSetup {
    private final IndexFolder folder;
    private final Vocabularies vocabularies;
    private final Clock clock;
    private final Analysis analysis;
    private final Documents documents;
    private final FacetOrder order;
    private final LabelKeys labelKeys;

    /**
     * @param folder holds the generations; made when missing
     * @param vocabularies their labels are searched too; with other labels the index is one of another version
     * @param clock tells the day on which a practice is running or over
     */
    public IndexSetup(Path folder, Vocabularies vocabularies, Clock clock) {
        this.folder = new IndexFolder(folder);
        this.vocabularies = vocabularies;
        this.clock = clock;
        this.analysis = new Analysis();
        this.documents = new Documents(vocabularies, analysis);
        this.order = new FacetOrder(vocabularies);
        this.labelKeys = LabelKeys.of(vocabularies, analysis);
    }

    IndexFolder folder() {
        return folder;
    }

    Vocabularies vocabularies() {
        return vocabularies;
    }

    Clock clock() {
        return clock;
    }

    Analysis analysis() {
        return analysis;
    }

    Documents documents() {
        return documents;
    }

    FacetOrder order() {
        return order;
    }

    LabelKeys labelKeys() {
        return labelKeys;
    }

    /** What an index must have been made with to be searched by this program. */
    String version() {
        return Fields.version(vocabularies);
    }
}
