package org.praxisdatenbank.german;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** The spellings of one word made one. Safe for use by any thread. */
public final class Spelling {
    private static final Filter NORMAL = new Filter() {
        @Override
        protected TokenStream normalize(String field, TokenStream word) {
            return new ASCIIFoldingFilter(new GermanNormalizationFilter(new LowerCaseFilter(word)));
        }
    };
    private static final Filter STEM = new Filter() {
        @Override
        protected TokenStream normalize(String field, TokenStream word) {
            return new GermanLightStemFilter(word);
        }
    };

    /** Not in {@code neue}, {@code Bauer}, {@code Quelle}. */
    private static final Pattern WRITTEN_OUT_UE = Pattern.compile("(?<![aeq])ue");

    private Spelling() {}

    /**
     * Lower case, {@code ä ae} as {@code a} and likewise, {@code ß} as {@code ss}, no other marks on letters, nothing
     * invisible; for any characters. What else a text holds stays: a pattern keeps its stars.
     */
    public static String normal(String word) {
        return NORMAL.of(Normalizer.normalize(word, Normalizer.Form.NFC).replace("\u00AD", ""));
    }

    /** Without the endings of cases and numbers: the light stemmer of UniNE (J. Savoy) on a word in normal form. */
    static String stem(String normal) {
        return STEM.of(normal);
    }

    /** Lower case, composed. */
    static String lowerCase(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN);
    }

    /** The word itself and what it may stand for where umlauts and ß are written out; the word first. */
    static Set<String> candidates(String lowerCase) {
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(lowerCase);
        String umlauts = WRITTEN_OUT_UE
                .matcher(lowerCase.replace("ae", "ä").replace("oe", "ö"))
                .replaceAll("ü");
        candidates.add(umlauts);
        candidates.add(lowerCase.replace("ss", "ß"));
        candidates.add(umlauts.replace("ss", "ß"));
        return candidates;
    }

    private abstract static class Filter extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new KeywordTokenizer());
        }

        String of(String word) {
            return word.isEmpty() ? word : normalize("", word).utf8ToString();
        }
    }
}
