package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads proofs one after the other in the order of the ids, from the terms of one field; for one thread. */
public final class Proofs {
    private final @Nullable Bits live;
    private final @Nullable TermsEnum terms;
    private @Nullable PostingsEnum documents;
    private boolean isAtTerm;

    Proofs(IndexReader reader, BytesRef from) {
        this.live = MultiBits.getLiveDocs(reader);
        try {
            @Nullable Terms all = MultiTerms.getTerms(reader, Fields.PROOF);
            this.terms = all == null ? null : all.iterator();
            this.isAtTerm = terms != null && terms.seekCeil(from) != TermsEnum.SeekStatus.END;
        } catch (IOException e) {
            throw new UncheckedIOException("reading proofs from the index", e);
        }
    }

    /** Null after the last. A practice that stands in the index twice is told twice. */
    public @Nullable Proof next() {
        try {
            while (terms != null && isAtTerm) {
                if (nextDocument(terms)) {
                    return Documents.proof(terms.term());
                }
                documents = null;
                isAtTerm = terms.next() != null;
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("reading proofs from the index", e);
        }
    }

    private boolean nextDocument(TermsEnum terms) throws IOException {
        PostingsEnum ofTerm = documents == null ? terms.postings(null, PostingsEnum.NONE) : documents;
        documents = ofTerm;
        int document = ofTerm.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = ofTerm.nextDoc();
        }
        return document != DocIdSetIterator.NO_MORE_DOCS;
    }
}
