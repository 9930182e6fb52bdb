package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;

/**
 * The terms that completions are read from: for every word of a text what stands from there on, in normal form and cut
 * short, then a zero and what is shown or leads there. The beginning of any word is thus the beginning of a term, and
 * the completions follow every change of the index by themselves.
 */
final class SuggestionTerms {
    static final char END_OF_KEY = '\0';
    /** No one types more before choosing. */
    static final int LONGEST_KEY = 40;

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 60;
    private static final String NO_LETTERS_OF_WORDS = " \t\r\n.,;:!?()[]{}\"„“”»«/|–—*+&";

    private final Analysis analysis;

    SuggestionTerms(Analysis analysis) {
        this.analysis = analysis;
    }

    List<StringField> of(Practice practice) {
        List<StringField> fields = new ArrayList<>();
        String title = practice.wording().title();
        add(fields, Fields.SUGGEST_TITLE, keys(title), practice.id().value());
        addText(fields, Fields.SUGGEST_PROVIDER, practice.carrier().provider());
        addText(fields, Fields.SUGGEST_PLACE, practice.carrier().place());
        words(title).forEach(word -> add(fields, Fields.SUGGEST_WORD, List.of(analysis.normalForm(word)), word));
        return fields;
    }

    private void addText(List<StringField> fields, String field, @Nullable String text) {
        if (text != null) {
            add(fields, field, keys(text), text);
        }
    }

    private static void add(List<StringField> fields, String field, List<String> keys, String shown) {
        for (String key : keys) {
            fields.add(new StringField(field, key + END_OF_KEY + shown, Store.NO));
        }
    }

    /** What stands from each word on. */
    List<String> keys(String text) {
        List<String> words = analysis.written(text);
        List<String> keys = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            if (first == 0 || !analysis.isStopWord(words.get(first))) {
                keys.add(cut(String.join(" ", words.subList(first, Math.min(words.size(), first + LONGEST_KEY / 2)))));
            }
        }
        return keys.stream().distinct().toList();
    }

    private static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    /** The words of a title as they are written there. */
    private Stream<String> words(String title) {
        Set<String> words = new HashSet<>();
        StringTokenizer pieces = new StringTokenizer(title, NO_LETTERS_OF_WORDS);
        while (pieces.hasMoreTokens()) {
            words.add(pieces.nextToken());
        }
        return words.stream()
                .filter(word -> word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD)
                .filter(word -> Character.isLetter(word.charAt(0)))
                .filter(word -> !analysis.isStopWord(analysis.normalForm(word)));
    }
}
