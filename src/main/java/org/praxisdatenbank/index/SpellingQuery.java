package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Words of one field that are spelt nearly like one. Finds and scores as {@link FuzzyQuery} does, but the queries of one
 * search share what is dear: the automata, which are the same for all fields, and the words found in each field, which
 * are needed to search and again to show what was found.
 */
final class SpellingQuery extends MultiTermQuery {
    private final Shared shared;

    SpellingQuery(String field, Shared shared) {
        super(field, shared);
        this.shared = shared;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new Weighing(shared.automata[shared.automata.length - 1].getTermsEnum(terms), shared);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            shared.automata[shared.automata.length - 1].visit(visitor, this, field);
        }
    }

    @Override
    public String toString(String field) {
        return getField() + ":" + shared.term + "~" + (shared.automata.length - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpellingQuery query && super.equals(other) && query.shared.equals(shared);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, shared);
    }

    /** What the queries of one word have in common, for one search in one state of the index, by one thread. */
    static final class Shared extends RewrittenOnce {
        /** Spellings that a near spelling is looked for in. */
        private static final int MOST_SPELLINGS = 50;
        /** The mark before words as written is no letter that may differ. */
        private static final int EXACT_PREFIX = 1;

        private final RewriteMethod each = FuzzyQuery.defaultRewriteMethod(MOST_SPELLINGS);
        private final String term;
        private final int length;
        private final CompiledAutomaton[] automata;

        /** @param edits 1 or 2; letters that changed places are one */
        Shared(String term, int edits) {
            this.term = term;
            this.length = term.codePointCount(0, term.length());
            this.automata = IntStream.rangeClosed(0, edits)
                    .mapToObj(most -> FuzzyQuery.getFuzzyAutomaton(term, most, EXACT_PREFIX, true))
                    .toArray(CompiledAutomaton[]::new);
        }

        @Override
        Query find(IndexSearcher searcher, MultiTermQuery asked) throws IOException {
            return each.rewrite(searcher, asked);
        }

        /** One for the word itself; the less, the more letters differ of the shorter of both. */
        private float weight(BytesRef found) {
            int edits = 0;
            while (!accepts(edits, found)) {
                edits++;
            }
            return edits == 0 ? 1 : 1 - (float) edits / Math.min(UnicodeUtil.codePointCount(found), length);
        }

        private boolean accepts(int edits, BytesRef found) {
            return edits == automata.length - 1
                    || (edits == 0
                            ? found.utf8ToString().equals(term)
                            : automata[edits].runAutomaton.run(found.bytes, found.offset, found.length));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shared shared
                    && shared.term.equals(term)
                    && shared.automata.length == automata.length;
        }

        @Override
        public int hashCode() {
            return Objects.hash(term, automata.length);
        }
    }

    /** Tells Lucene the weight of each word it comes by. */
    private static final class Weighing extends FilteredTermsEnum {
        private final BoostAttribute boost = attributes().addAttribute(BoostAttribute.class);
        private final Shared shared;

        Weighing(TermsEnum near, Shared shared) {
            super(near, false);
            this.shared = shared;
        }

        @Override
        protected AcceptStatus accept(BytesRef term) {
            boost.setBoost(shared.weight(term));
            return AcceptStatus.YES;
        }
    }
}
