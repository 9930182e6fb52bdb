package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.index.NearTerms.Near;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.QueryWords.Leaf;

/**
 * What a word that is nowhere, or hardly anywhere, could have been: words of the texts that are spelt nearly like it, and
 * compounds with such a part. A word that a dictionary has is taken for what was meant. For one thread.
 */
final class WordSlips {
    /** Longer ones are no words; looking for what is near them would take long. */
    private static final int LONGEST = 40;
    /** Words that are offered in place of one. */
    private static final int MOST = 3;
    /** Near words that are looked up in the texts. */
    private static final int LOOKED_UP = 6;
    /** Corrected compounds that are looked for in the texts. */
    private static final int TRIED_COMPOUNDS = 6;

    /** A word of the texts is taken for a slip of the hand where it is at least so long … */
    private static final int SHORTEST_RARE = 7;
    /** … and another one, a single slip away, is so many times as common. */
    private static final int TIMES_AS_COMMON = 10;

    private final Trials trials;
    private final German german;

    WordSlips(Trials trials, German german) {
        this.trials = trials;
        this.german = german;
    }

    /**
     * Other texts for a word, the likeliest first, written as in the practices.
     *
     * @param use how many practices have the word as typed
     */
    List<Clause> of(Leaf leaf, int use) throws IOException {
        if (!(leaf.clause() instanceof Clause.Word word)) {
            return List.of();
        }
        List<Piece> pieces = Written.pieces(word.text()).toList();
        if (pieces.size() == 1) {
            return near(pieces.getFirst().text(), leaf, use).stream()
                    .map(near -> replaced(word.text(), pieces.getFirst(), near))
                    .<Clause>map(Clause.Word::new)
                    .toList();
        }
        return use > 0 ? List.of() : piecewise(word.text(), pieces, leaf);
    }

    /** Every piece between hyphens that is nowhere by itself; empty where there is none, or one without a near word. */
    private List<Clause> piecewise(String text, List<Piece> pieces, Leaf leaf) throws IOException {
        String changed = text;
        for (Piece piece : pieces.reversed()) {
            Leaf alone = new Leaf(leaf.field(), new Clause.Word(piece.text()));
            if (trials.isTelling(alone.alone()) && trials.count(alone.alone()) == 0) {
                List<String> near = near(piece.text(), leaf, 0);
                if (near.isEmpty()) {
                    return List.of();
                }
                changed = replaced(changed, piece, near.getFirst());
            }
        }
        return changed.equals(text) ? List.of() : List.of(new Clause.Word(changed));
    }

    private static String replaced(String text, Piece piece, String other) {
        return text.substring(0, piece.start()) + other + text.substring(piece.end());
    }

    private List<String> near(String typed, Leaf leaf, int use) throws IOException {
        if (typed.length() > LONGEST || !typed.codePoints().allMatch(Character::isLetter) || german.isKnown(typed)) {
            return List.of();
        }
        List<String> fields = fields(leaf);
        NearTerms terms = new NearTerms(trials.searcher().getIndexReader(), fields);
        WordsAsWritten texts = new WordsAsWritten(trials.searcher(), german, fields);
        List<Near> words = written(words(typed, terms, use), typed, texts);
        boolean isOneSlip = !words.isEmpty() && words.getFirst().slips() == 1;
        List<String> compounds = use > 0 || isOneSlip ? List.of() : compounds(typed, leaf, terms, texts);
        return Stream.concat(compounds.stream(), words.stream().map(Near::term))
                .map(word -> WordsAsWritten.inCaseOf(typed, word))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static List<String> fields(Leaf leaf) {
        List<Weighted> fields = leaf.field() == null ? Ranking.EVERYWHERE : Ranking.fields(leaf.field());
        return fields.stream().map(Weighted::field).toList();
    }

    /** The likeliest of them as they stand in the texts. */
    private static List<Near> written(List<Near> terms, String typed, WordsAsWritten texts) throws IOException {
        List<Near> written = new ArrayList<>();
        for (Near near : terms.subList(0, Math.min(LOOKED_UP, terms.size()))) {
            texts.of(near.term(), typed).ifPresent(spelling -> written.add(near.written(spelling, typed)));
        }
        written.sort(NearTerms.LIKELIEST_FIRST);
        return written;
    }

    /** A compound of known parts is less likely a slip: it takes one nearer. */
    private List<Near> words(String typed, NearTerms terms, int use) throws IOException {
        boolean isCompound = !german.form(typed).parts().isEmpty();
        if (use > 0 && (isCompound || typed.length() < SHORTEST_RARE)) {
            return List.of();
        }
        int slips = Slips.likely(typed);
        int most = isCompound || use > 0 ? Math.min(1, slips) : slips;
        return terms.of(Analysis.AS_WRITTEN, german.form(typed).normal(), most).stream()
                .filter(near -> near.use() >= (long) TIMES_AS_COMMON * use)
                .filter(near -> !german.isStopWord(near.term().substring(1)))
                .toList();
    }

    private List<String> compounds(String typed, Leaf leaf, NearTerms terms, WordsAsWritten texts) throws IOException {
        List<String> found = new ArrayList<>();
        List<String> corrected = CompoundSlips.of(typed, german, terms, texts);
        for (String word : corrected.subList(0, Math.min(TRIED_COMPOUNDS, corrected.size()))) {
            Leaf alone = new Leaf(leaf.field(), new Clause.Word(word));
            if (trials.count(alone.alone()) > 0) {
                found.add(word);
            }
        }
        return found;
    }
}
