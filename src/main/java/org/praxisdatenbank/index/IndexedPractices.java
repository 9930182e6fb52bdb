package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Published;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole practices from the index, and lists of all; any thread may use it. */
final class IndexedPractices implements Published {
    private static final Logger LOG = LoggerFactory.getLogger(IndexedPractices.class);
    private static final Set<String> RECORD = Set.of(Fields.RECORD);

    private final PracticeIndex index;

    IndexedPractices(PracticeIndex index) {
        this.index = index;
    }

    @Override
    public Optional<StoredPractice> find(PracticeId id) {
        try {
            Optional<CanonicalRecord> record =
                    index.read("reading practice " + id.value(), searcher -> find(searcher, id));
            return record.map(CanonicalRecord::practice);
        } catch (ProblemException noIndex) {
            return Optional.empty();
        }
    }

    private Optional<CanonicalRecord> find(IndexSearcher searcher, PracticeId id) throws IOException {
        TermQuery named = new TermQuery(new Term(Fields.ID, id.value()));
        ScoreDoc[] found = searcher.search(named, 1).scoreDocs;
        if (found.length == 0) {
            return Optional.empty();
        }
        Document document = searcher.storedFields().document(found[0].doc, RECORD);
        @Nullable BytesRef stored = document.getBinaryValue(Fields.RECORD);
        if (stored == null) {
            throw new IllegalStateException("a document without its record: " + id.value());
        }
        CanonicalRecord record = CanonicalRecord.read(id, stored);
        if (!isProven(searcher, named, record)) {
            LOG.error("the record of {} in the index is damaged", id.value());
            index.suspect();
            return Optional.empty();
        }
        return Optional.of(record);
    }

    /** A byte that flipped on disk changes the hash; better no record than a wrong one. */
    private static boolean isProven(IndexSearcher searcher, TermQuery named, CanonicalRecord record)
            throws IOException {
        TermQuery proven = new TermQuery(new Term(Fields.PROOF, Documents.proofTerm(record.proof())));
        return searcher.count(new BooleanQuery.Builder()
                        .add(named, Occur.FILTER)
                        .add(proven, Occur.FILTER)
                        .build())
                > 0;
    }

    @Override
    public long count() {
        return index.read(
                "counting practices", searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public List<Revision> inOrder(long skipped, int limit) {
        return index.read("listing practices", searcher -> Listing.inOrder(searcher.getIndexReader(), skipped, limit));
    }

    @Override
    public List<FromOrigin> countByOrigin() {
        return index.read("counting origins", searcher -> Listing.byOrigin(searcher.getIndexReader()));
    }
}
