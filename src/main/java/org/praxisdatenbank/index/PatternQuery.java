package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Words of one field that a pattern fits. Finds and scores as {@link WildcardQuery} does, but the queries of one search
 * share what is dear: the automaton, which is the same for all fields, and the documents found in each field, which are
 * needed to match, to score and to show what was found.
 */
final class PatternQuery extends MultiTermQuery {
    private static final Query NOTHING = new MatchNoDocsQuery("no practice has such a word");

    private final Shared shared;

    PatternQuery(String field, Shared shared) {
        super(field, shared);
        this.shared = shared;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return shared.automaton.getTermsEnum(terms);
    }

    /** Its words in a segment; empty where the field has none. */
    TermsEnum words(LeafReaderContext segment) throws IOException {
        @Nullable Terms terms = segment.reader().terms(field);
        return terms == null ? TermsEnum.EMPTY : getTermsEnum(terms);
    }

    private FixedBitSet find(LeafReaderContext segment) throws IOException {
        FixedBitSet found = new FixedBitSet(segment.reader().maxDoc());
        TermsEnum words = words(segment);
        @Nullable PostingsEnum documents = null;
        while (words.next() != null) {
            documents = words.postings(documents, PostingsEnum.NONE);
            documents.nextDoc();
            documents.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, found, 0);
        }
        return found;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            shared.automaton.visit(visitor, this, field);
        }
    }

    @Override
    public String toString(String field) {
        return getField() + ":" + shared.pattern;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PatternQuery query && super.equals(other) && query.shared.equals(shared);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, shared);
    }

    /** What the queries of one pattern have in common, for one search in one state of the index, by one thread. */
    static final class Shared extends RewrittenOnce {
        private final String pattern;
        private final CompiledAutomaton automaton;

        /** @param pattern over terms as they stand in the index */
        Shared(String pattern) {
            this.pattern = pattern;
            this.automaton = new CompiledAutomaton(
                    WildcardQuery.toAutomaton(new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
                    false,
                    true,
                    false);
        }

        @Override
        Query find(IndexSearcher searcher, MultiTermQuery asked) throws IOException {
            PatternQuery query = (PatternQuery) asked;
            FixedBitSet[] sets =
                    new FixedBitSet[searcher.getIndexReader().leaves().size()];
            boolean isAny = false;
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                sets[segment.ord] = query.find(segment);
                isAny |= !sets[segment.ord].scanIsEmpty();
            }
            return isAny ? new SetsQuery(sets) : NOTHING;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shared shared && shared.pattern.equals(pattern);
        }

        @Override
        public int hashCode() {
            return pattern.hashCode();
        }
    }
}
