package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.Written;

/**
 * Finds how a term stands in the texts. Terms are in a normal form that nobody writes ({@code forderung}); what is shown
 * has its umlauts.
 */
record WordsAsWritten(IndexSearcher searcher, German german, List<String> fields) {
    /** Texts that are looked at for one term. */
    private static final int TEXTS = 5;

    WordsAsWritten {
        fields = List.copyOf(fields);
    }

    /**
     * The spelling that is nearest to what was typed: one that stands in a text, or the term itself where it is a word
     * ({@code Kindergarten} where the texts have {@code Kindergärten}). Empty where no text has the term.
     */
    Optional<String> of(String term, String typed) throws IOException {
        List<String> spellings = new ArrayList<>();
        for (String field : fields) {
            for (ScoreDoc hit : searcher.search(new TermQuery(new Term(field, term)), TEXTS).scoreDocs) {
                Document document = searcher.storedFields().document(hit.doc, Set.of(field));
                Stream.of(document.getValues(field))
                        .flatMap(text -> spellings(text, term))
                        .forEach(spellings::add);
            }
        }
        String bare = term.substring(1);
        if (!spellings.isEmpty() && term.charAt(0) == Analysis.AS_WRITTEN && german.isKnown(bare)) {
            spellings.add(inCaseOf(spellings.getFirst(), bare));
        }
        String wanted = typed.toLowerCase(Locale.GERMAN);
        return spellings.stream()
                .min(Comparator.comparingInt(spelling -> Slips.between(spelling.toLowerCase(Locale.GERMAN), wanted)));
    }

    private Stream<String> spellings(String text, String term) {
        return Written.in(text).stream()
                .flatMap(word -> Stream.concat(word.pieces().stream(), word.joined().stream()))
                .flatMap(piece -> spellings(piece, term));
    }

    private Stream<String> spellings(Piece piece, String term) {
        String text = piece.text();
        WordForm form = german.form(text);
        String bare = term.substring(1);
        if (term.charAt(0) == Analysis.AS_WRITTEN) {
            return form.normal().equals(bare) ? Stream.of(text) : Stream.empty();
        }
        if (form.parts().isEmpty()) {
            return form.stem().equals(bare) ? Stream.of(text) : Stream.empty();
        }
        return form.parts().stream()
                .filter(part -> part.stem().equals(bare) && part.end() <= text.length())
                .map(part -> text.substring(part.start(), part.end()));
    }

    /** With capitals as in what was typed; a word of more capitals than one ({@code AWO}) keeps them behind a capital. */
    static String inCaseOf(String typed, String spelling) {
        if (!Character.isUpperCase(typed.codePointAt(0))) {
            return spelling.toLowerCase(Locale.GERMAN);
        }
        int first = spelling.offsetByCodePoints(0, 1);
        return spelling.substring(0, first).toUpperCase(Locale.GERMAN) + spelling.substring(first);
    }
}
