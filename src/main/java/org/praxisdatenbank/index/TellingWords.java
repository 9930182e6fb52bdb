package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.WordForm.Part;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.practice.Wording;

/** The words of title and summary that tell what a practice is about, by the stems of their parts. */
record TellingWords(IndexReader reader, German german) {
    private static final int MOST_STEMS = 40;
    private static final int MOST_SHARED = 4;
    /** What a word of the title counts, compared with one of the summary only. */
    private static final double TITLE = 1.5;
    /** What more than one practice in so many uses tells nothing, unless these are few. */
    private static final int COMMON = 5;

    private static final int FEW = 3;

    /** More the fewer have it. */
    static double rarity(int documents, int all) {
        return Math.log(1 + (double) all / Math.max(1, documents));
    }

    /** The rarest stems with their weights; neither what this practice has alone nor what is common. */
    Map<String, Double> of(Wording wording) throws IOException {
        Map<String, Double> weights = new HashMap<>();
        Set<String> inTitle = stems(wording.title());
        Set<String> stems = new HashSet<>(inTitle);
        stems.addAll(stems(wording.summary()));
        for (String stem : stems) {
            int documents = documents(stem);
            if (documents > 1 && documents <= Math.max(FEW, reader.numDocs() / COMMON)) {
                weights.put(stem, rarity(documents, reader.numDocs()) * (inTitle.contains(stem) ? TITLE : 1));
            }
        }
        Map<String, Double> rarest = new LinkedHashMap<>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_STEMS)
                .forEach(stem -> rarest.put(stem.getKey(), stem.getValue()));
        return rarest;
    }

    /** In title or summary; one too many at most for each practice that has it in both. */
    private int documents(String stem) throws IOException {
        String term = Analysis.PART + stem;
        return Math.max(
                reader.docFreq(new Term(Fields.SUMMARY, term))
                        + (reader.docFreq(new Term(Fields.TITLE, term)) > 0 ? 1 : 0),
                reader.docFreq(new Term(Fields.TITLE, term)));
    }

    Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        Written.pieces(text)
                .filter(this::isTelling)
                .forEach(piece -> stems.addAll(german.form(piece.text()).partStems()));
        return stems;
    }

    private boolean isTelling(Piece piece) {
        return !german.isStopWord(piece.text()) && piece.text().codePoints().anyMatch(Character::isLetter);
    }

    /**
     * The words of a practice that have these stems too, as it writes them; of a compound only what is shared.
     *
     * @param known stems that need not be told
     */
    List<String> shared(Wording wording, Map<String, Double> stems, Set<String> known) {
        Map<List<String>, Shared> words = new LinkedHashMap<>();
        for (String text : List.of(wording.title(), wording.summary())) {
            Written.pieces(text).filter(this::isTelling).forEach(piece -> add(piece, stems, known, words));
        }
        Set<String> told = new HashSet<>();
        return words.values().stream()
                .sorted(Comparator.comparingDouble(Shared::weight).reversed())
                .map(Shared::text)
                .filter(text -> told.add(text.toLowerCase(Locale.GERMAN)))
                .limit(MOST_SHARED)
                .toList();
    }

    private void add(Piece piece, Map<String, Double> stems, Set<String> known, Map<List<String>, Shared> words) {
        WordForm form = german.form(piece.text());
        if (form.partStems().stream().allMatch(stem -> isTold(stem, stems, known))) {
            double weight = form.partStems().stream()
                    .mapToDouble(stem -> stems.getOrDefault(stem, 0.0))
                    .sum();
            words.putIfAbsent(form.partStems(), new Shared(piece.text(), weight));
            return;
        }
        for (Part part : form.parts()) {
            if (isTold(part.stem(), stems, known)) {
                String letters = piece.text().substring(part.start(), part.end());
                double weight = stems.getOrDefault(part.stem(), 0.0);
                words.putIfAbsent(List.of(part.stem()), new Shared(likeWord(letters, piece.text()), weight));
            }
        }
    }

    private static boolean isTold(String stem, Map<String, Double> stems, Set<String> known) {
        return stems.containsKey(stem) && !known.contains(stem);
    }

    /** With a capital where the word around it has one. */
    private static String likeWord(String part, String word) {
        return Character.isUpperCase(word.charAt(0))
                ? part.substring(0, 1).toUpperCase(Locale.GERMAN) + part.substring(1)
                : part;
    }

    private record Shared(String text, double weight) {}
}
