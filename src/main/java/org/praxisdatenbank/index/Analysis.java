package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * What a word of a text becomes in the index, the one place that says so: Lucene's {@code GermanAnalyzer}, with two
 * differences. Stop words stay, so that phrases mean every word (a query's single words leave them out); and beside
 * its stem each word stands as it was written, marked, for patterns and near spellings. One field with both keeps
 * highlights and positions common to both.
 *
 * <p>Safe for use by any thread.
 */
final class Analysis {
    /** Stands before a word as it was written; no token can begin with it. */
    static final char AS_WRITTEN = '=';

    private static final NormalizeCharMap COMPOSED = composed();

    private final Analyzer indexing = new Words(Form.STEM_AND_WRITTEN);
    private final Analyzer stems = new Words(Form.STEM);
    private final Analyzer written = new Words(Form.WRITTEN);
    private final Set<String> stopWords = new HashSet<>();
    private final Set<String> stopStems = new HashSet<>();

    Analysis() {
        for (Object word : GermanAnalyzer.getDefaultStopSet()) {
            stopWords.addAll(written(new String((char[]) word)));
            stopStems.addAll(stems(new String((char[]) word)));
        }
    }

    /** For the writer. */
    Analyzer indexing() {
        return indexing;
    }

    /** Without the words as written. */
    Analyzer stems() {
        return stems;
    }

    /** The stems of the text's words, stop words too. */
    List<String> stems(String text) {
        return tokens(stems, text);
    }

    /** The text's words in their normal form: lower case, umlaut spellings and Unicode forms made one. */
    List<String> written(String text) {
        return tokens(written, text);
    }

    /** Whether a word in its normal form says nothing by itself. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** The stems of words that say nothing by themselves. */
    Set<String> stopStems() {
        return stopStems;
    }

    /** The normal form of one word, whatever other characters it contains. */
    String normalForm(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC).replace("\u00AD", "");
        return written.normalize("", composed).utf8ToString();
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("analysing a text in memory", impossible);
        }
        return tokens;
    }

    /** Latin letters with separate marks as the letters they make, soft hyphens as nothing; offsets stay true. */
    private static NormalizeCharMap composed() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add("\u00AD", "");
        for (char letter = '\u00C0'; letter <= '\u024F'; letter++) {
            String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            if (apart.length() > 1) {
                map.add(apart, String.valueOf(letter));
            }
        }
        return map.build();
    }

    private enum Form {
        STEM,
        WRITTEN,
        STEM_AND_WRITTEN
    }

    private static final class Words extends Analyzer {
        private static final int GAP_BETWEEN_VALUES = 100;

        private final Form form;

        Words(Form form) {
            this.form = form;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream normal = normalize(field, words);
            return new TokenStreamComponents(
                    words,
                    switch (form) {
                        case STEM -> new GermanLightStemFilter(normal);
                        case WRITTEN -> normal;
                        case STEM_AND_WRITTEN -> new Marked(new GermanLightStemFilter(new KeywordRepeatFilter(normal)));
                    });
        }

        @Override
        protected TokenStream normalize(String field, TokenStream words) {
            return new GermanNormalizationFilter(new LowerCaseFilter(words));
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(COMPOSED, reader);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP_BETWEEN_VALUES;
        }
    }

    /** Marks the words that the stemmer was kept from. */
    private static final class Marked extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

        Marked(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (keyword.isKeyword()) {
                int length = term.length();
                char[] letters = term.resizeBuffer(length + 1);
                System.arraycopy(letters, 0, letters, 1, length);
                letters[0] = AS_WRITTEN;
                term.setLength(length + 1);
            }
            return true;
        }
    }
}
