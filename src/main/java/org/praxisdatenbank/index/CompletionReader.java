package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the dictionary of one segment the terms that most documents carry. A term is made a string only when it is
 * among them: for a single letter there are tens of thousands.
 *
 * @param most how many are kept
 * @param areEqual whether the first ones do
 */
record CompletionReader(int most, boolean areEqual) {
    private static final Comparator<Frequent> WORST_FIRST = Comparator.comparing(Frequent::isWhole)
            .thenComparingInt(Frequent::documents)
            .thenComparing(Frequent::term, Comparator.reverseOrder());

    /**
     * A term.
     *
     * @param isWhole whether the key is what was typed
     */
    record Frequent(String term, boolean isWhole, int documents) {}

    /** @param beginning of the term, with its mark */
    List<Frequent> same(LeafReader segment, String field, String beginning) throws IOException {
        PriorityQueue<Frequent> best = new PriorityQueue<>(WORST_FIRST);
        BytesRef start = new BytesRef(beginning);
        @Nullable Terms all = segment.terms(field);
        TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
        @Nullable BytesRef term = terms.seekCeil(start) == TermsEnum.SeekStatus.END ? null : terms.term();
        while (term != null && StringHelper.startsWith(term, start) && !isEnough(best)) {
            boolean isWhole = term.bytes[term.offset + start.length] == SuggestionTerms.END_OF_KEY;
            offer(best, term, isWhole, terms.docFreq());
            term = terms.next();
        }
        return List.copyOf(best);
    }

    /** @param beginnings accepts the terms */
    List<Frequent> near(LeafReader segment, String field, CompiledAutomaton beginnings) throws IOException {
        PriorityQueue<Frequent> best = new PriorityQueue<>(WORST_FIRST);
        @Nullable Terms all = segment.terms(field);
        TermsEnum terms = all == null ? TermsEnum.EMPTY : beginnings.getTermsEnum(all);
        @Nullable BytesRef term = terms.next();
        while (term != null && !isEnough(best)) {
            offer(best, term, false, terms.docFreq());
            term = terms.next();
        }
        return List.copyOf(best);
    }

    private boolean isEnough(PriorityQueue<Frequent> best) {
        return areEqual && best.size() >= most;
    }

    private void offer(PriorityQueue<Frequent> best, BytesRef term, boolean isWhole, int documents) {
        if (best.size() == most) {
            Frequent worst = best.element();
            if (!isWhole && (worst.isWhole() || documents <= worst.documents())) {
                return;
            }
            best.remove();
        }
        best.add(new Frequent(term.utf8ToString(), isWhole, documents));
    }
}
