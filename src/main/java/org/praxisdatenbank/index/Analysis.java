package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.WordForm.Part;
import org.praxisdatenbank.german.Written;

/**
 * What a word of a text becomes in the index, the one place that says so. At each word's position stand
 *
 * <ul>
 *   <li>the word as it was written, in normal form and marked with {@code =}: for exact words, patterns and spellings,
 *   <li>its stem, unmarked: for all its forms,
 *   <li>its stem and the stems of its parts, marked with {@code +}: for words within words.
 * </ul>
 *
 * A word with hyphens takes one position for each piece; the whole of it stands at the first. The offsets are those of
 * the letters themselves, also within compounds. Stop words stay, so that phrases mean every word.
 *
 * <p>Safe for use by any thread.
 */
final class Analysis {
    /** Stands before a word as it was written; no word can begin with it. */
    static final char AS_WRITTEN = '=';
    /** Stands before the stem of a part. */
    static final char PART = '+';

    /** Whether it is the stem of a part. */
    static boolean isPart(Term term) {
        BytesRef text = term.bytes();
        return text.length > 0 && text.bytes[text.offset] == PART;
    }

    /** The term by which a stem is found as a part of a word. */
    static Term asPart(Term stem) {
        return new Term(stem.field(), PART + stem.text());
    }

    private final German german;
    private final Analyzer indexing = new Words();

    Analysis(German german) {
        this.german = german;
    }

    /** For the writer. */
    Analyzer indexing() {
        return indexing;
    }

    German german() {
        return german;
    }

    /**
     * A term of the index.
     *
     * @param increment positions since the term before
     */
    record Token(String term, int start, int end, int increment) {
        Token atNextPosition() {
            return new Token(term, start, end, 1);
        }
    }

    /** The terms of a text, by position, then by where they begin. */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Written.in(text).forEach(word -> add(word, tokens));
        return tokens;
    }

    /** At the first piece the whole word too, at each the word that it makes with the next ({@code E-Mail-Liste}). */
    private void add(Written word, List<Token> tokens) {
        List<Piece> pieces = word.pieces();
        for (int index = 0; index < pieces.size(); index++) {
            int first = tokens.size();
            if (index == 0) {
                word.joined().ifPresent(joined -> add(joined, List.of(), tokens));
            }
            if (pieces.size() > 2 && index < pieces.size() - 1) {
                new Written(pieces.subList(index, index + 2)).joined().ifPresent(pair -> add(pair, List.of(), tokens));
            }
            add(pieces.get(index), german.form(pieces.get(index).text()).parts(), tokens);
            tokens.set(first, tokens.get(first).atNextPosition());
        }
    }

    /** @param within the parts to be found in it; where pieces are joined these have theirs */
    private void add(Piece piece, List<Part> within, List<Token> tokens) {
        WordForm form = german.form(piece.text());
        tokens.add(new Token(AS_WRITTEN + form.normal(), piece.start(), piece.end(), 0));
        tokens.add(new Token(form.stem(), piece.start(), piece.end(), 0));
        tokens.add(new Token(PART + form.stem(), piece.start(), piece.end(), 0));
        Set<String> parts = new HashSet<>(Set.of(form.stem()));
        for (Part part : within) {
            if (parts.add(part.stem())) {
                tokens.add(new Token(PART + part.stem(), piece.start(part.start()), piece.end(part.end() - 1), 0));
            }
        }
    }

    /** The text's words in their normal form, hyphens part them. */
    List<String> normal(String text) {
        return Written.pieces(text)
                .map(piece -> german.form(piece.text()).normal())
                .toList();
    }

    private final class Words extends Analyzer {
        private static final int GAP_BETWEEN_VALUES = 100;

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new WordTokenizer(Analysis.this));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP_BETWEEN_VALUES;
        }
    }
}
