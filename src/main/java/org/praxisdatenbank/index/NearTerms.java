package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/**
 * Terms of some fields that are spelt nearly like a word, see {@link Analysis} for what they are.
 *
 * @param fields where the words stand
 */
record NearTerms(IndexReader reader, List<String> fields) {
    static final Comparator<Near> LIKELIEST_FIRST =
            Comparator.comparingDouble(Near::likelihood).reversed().thenComparing(Near::term);

    /** How many times more common a word must be to come before one that is a slip nearer. */
    private static final double USE_OF_A_SLIP = 50;

    NearTerms {
        fields = List.copyOf(fields);
    }

    /**
     * A term that is near, or how it is written.
     *
     * @param slips how many letters it is away
     * @param use in how many texts it stands, those of deleted documents included
     */
    record Near(String term, int slips, long use) {

        double likelihood() {
            return use / Math.pow(USE_OF_A_SLIP, slips);
        }

        /** Counted in the letters as written, where they are nearer: normal forms know no {@code oe}. */
        Near written(String spelling, String typed) {
            int written = Slips.between(spelling.toLowerCase(Locale.GERMAN), typed.toLowerCase(Locale.GERMAN));
            return new Near(spelling, Math.min(slips, written), use);
        }
    }

    /**
     * The likeliest first; never the word itself.
     *
     * @param mark of the terms to look at
     * @param normal the word, in normal form
     * @param slips most that may lie between, 0 to 2
     */
    List<Near> of(char mark, String normal, int slips) throws IOException {
        if (slips == 0) {
            return List.of();
        }
        Automaton automaton = new LevenshteinAutomata(normal, true).toAutomaton(slips, String.valueOf(mark));
        CompiledAutomaton near = new CompiledAutomaton(automaton, true, false);
        Map<String, Long> uses = new HashMap<>();
        for (String field : fields) {
            @Nullable Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                read(near.getTermsEnum(terms), uses);
            }
        }
        List<Near> found = new ArrayList<>();
        uses.forEach((term, use) -> found.add(new Near(term, Slips.between(normal, term.substring(1)), use)));
        return found.stream()
                .filter(term ->
                        term.slips() > 0 && Slips.beginAlike(normal, term.term().substring(1)))
                .sorted(LIKELIEST_FIRST)
                .toList();
    }

    private static void read(TermsEnum terms, Map<String, Long> uses) throws IOException {
        for (@Nullable BytesRef term = terms.next(); term != null; term = terms.next()) {
            uses.merge(term.utf8ToString(), (long) terms.docFreq(), Long::sum);
        }
    }

    /** Whether any text has the term. */
    boolean has(String term) throws IOException {
        for (String field : fields) {
            if (reader.docFreq(new Term(field, term)) > 0) {
                return true;
            }
        }
        return false;
    }
}
