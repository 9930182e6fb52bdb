package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.Wording;

/** The words of some practices, by how many of them have each. For one thread. */
final class CorpusWords {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{L}{4,30}(?![\\p{L}\\p{N}-])");
    private static final Pattern ROW = Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{L}{3,30}(?: \\p{L}{3,30}){1,2}(?![\\p{L}\\p{N}-])");
    /** Shares of the practices that part the rare words from the middle ones, and those from the broad ones. */
    private static final double[] BANDS = {0.005, 0.05, 1.01};

    private static final CharArraySet STOP_WORDS = GermanAnalyzer.getDefaultStopSet();

    private final List<Practice> practices;
    private final Map<String, Integer> frequencies = new HashMap<>();

    CorpusWords(List<Practice> practices) {
        this.practices = practices;
        for (Practice practice : practices) {
            Set<String> once = new HashSet<>();
            words(practice).forEach(word -> once.add(word.toLowerCase(Locale.GERMAN)));
            once.forEach(word -> frequencies.merge(word, 1, Integer::sum));
        }
    }

    Practice any(Random random) {
        return practices.get(random.nextInt(practices.size()));
    }

    /** A word of this practice out of a band that is drawn first; else out of another. */
    String word(Practice practice, Random random) {
        List<List<String>> bands = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String word : words(practice)) {
            bands.get(band(word)).add(word);
        }
        int first = random.nextInt(bands.size());
        for (int number = 0; number < bands.size(); number++) {
            List<String> band = bands.get((first + number) % bands.size());
            if (!band.isEmpty()) {
                return band.get(random.nextInt(band.size()));
            }
        }
        return "projekt";
    }

    private int band(String word) {
        double share = frequency(word) / (double) practices.size();
        int band = 0;
        while (share >= BANDS[band]) {
            band++;
        }
        return band;
    }

    private int frequency(String word) {
        return frequencies.getOrDefault(word.toLowerCase(Locale.GERMAN), 0);
    }

    /** Two or three words that stand in a row in it, a stop word at neither end; empty where there are none. */
    List<String> row(Practice practice, Random random) {
        List<String> rows = ROW.matcher(text(practice))
                .results()
                .map(MatchResult::group)
                .filter(row -> isTelling(row.substring(0, row.indexOf(' ')))
                        && isTelling(row.substring(row.lastIndexOf(' ') + 1)))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(rows.get(random.nextInt(rows.size())).split(" ", -1));
    }

    /** The word of most practices. */
    String broadest() {
        return frequencies.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** A word that about one in a thousand has. */
    String selective() {
        int wanted = Math.max(2, practices.size() / 1000);
        return frequencies.entrySet().stream()
                .filter(entry -> entry.getKey().length() > 7)
                .min(Comparator.<Map.Entry<String, Integer>>comparingInt(entry -> Math.abs(entry.getValue() - wanted))
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static List<String> words(Practice practice) {
        return WORD.matcher(text(practice))
                .results()
                .map(MatchResult::group)
                .filter(CorpusWords::isTelling)
                .toList();
    }

    /** Neither a stop word nor, by being written in capitals, an operator. */
    private static boolean isTelling(String word) {
        return !STOP_WORDS.contains(word.toLowerCase(Locale.GERMAN)) && !word.equals(word.toUpperCase(Locale.GERMAN));
    }

    private static String text(Practice practice) {
        Wording wording = practice.wording();
        return wording.title() + ". " + wording.summary() + ". "
                + (wording.description() == null ? "" : wording.description());
    }
}
