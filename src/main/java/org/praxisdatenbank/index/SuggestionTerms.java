package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Spelling;
import org.praxisdatenbank.german.WordForm.Part;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.Wording;

/**
 * The terms that completions are read from: a mark for where in the text it begins, what stands from there on in normal
 * form and cut short, a zero, and what is shown or leads there. The beginning of any word, and of any part of a
 * compound, is thus the beginning of a term, and the completions follow every change of the index by themselves. Safe
 * for use by any thread.
 */
final class SuggestionTerms {
    static final char END_OF_KEY = '\0';
    /** No one types more before choosing. */
    static final int LONGEST_KEY = 40;

    private static final int MOST_WORDS_OF_KEY = LONGEST_KEY / 2;
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_WORD = 60;
    private static final int SHORTEST_END = 3;

    private final Analysis analysis;

    SuggestionTerms(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * What may be typed to complete a text.
     *
     * @param text in normal form, one space between words
     */
    record Key(KeyPlace place, String text) {}

    /** @param labels the German ones of the practice's terms */
    List<StringField> of(Practice practice, List<String> labels) {
        List<StringField> fields = new ArrayList<>();
        String title = practice.wording().title();
        Carrier carrier = practice.carrier();
        keys(title)
                .forEach(key ->
                        add(fields, Fields.SUGGEST_TITLE, key, practice.id().value()));
        addText(fields, Fields.SUGGEST_PROVIDER, carrier.provider());
        addText(fields, Fields.SUGGEST_PLACE, carrier.place());
        words(practice, labels).distinct().forEach(word -> addWord(fields, word));
        return fields;
    }

    private Stream<String> words(Practice practice, List<String> labels) {
        Wording wording = practice.wording();
        String description = Objects.requireNonNullElse(wording.description(), "");
        @Nullable ExampleText example = practice.classification().goodPractice().description();
        return Stream.of(
                        Stream.of(wording.title(), wording.summary(), description),
                        example == null ? Stream.<String>empty() : example.texts().stream(),
                        labels.stream())
                .flatMap(texts -> texts)
                .flatMap(this::words);
    }

    private void addText(List<StringField> fields, String field, @Nullable String text) {
        if (text != null) {
            keys(text).forEach(key -> add(fields, field, key, text));
        }
    }

    /** What stands between hyphens is a part like any other. */
    private void addWord(List<StringField> fields, String word) {
        for (Key key : keys(word)) {
            KeyPlace place = key.place() == KeyPlace.START ? KeyPlace.START : KeyPlace.PART;
            add(fields, Fields.SUGGEST_WORD, new Key(place, key.text()), word);
        }
    }

    private static void add(List<StringField> fields, String field, Key key, String shown) {
        fields.add(new StringField(field, key.place().mark() + key.text() + END_OF_KEY + shown, Store.NO));
    }

    /** What stands from each word and from each part of a compound on; none twice. */
    List<Key> keys(String text) {
        German german = analysis.german();
        List<Piece> pieces = Written.pieces(text).toList();
        List<String> words =
                pieces.stream().map(piece -> german.form(piece.text()).normal()).toList();
        Map<String, KeyPlace> keys = new LinkedHashMap<>();
        for (int first = 0; first < words.size(); first++) {
            String rest = rest(words, first + 1);
            if (first == 0 || !german.isStopWord(pieces.get(first).text())) {
                keys.putIfAbsent(cut(words.get(first) + rest), first == 0 ? KeyPlace.START : KeyPlace.WORD);
            }
            ends(pieces.get(first).text()).forEach(end -> keys.putIfAbsent(cut(end + rest), KeyPlace.PART));
        }
        return keys.entrySet().stream()
                .map(key -> new Key(key.getValue(), key.getKey()))
                .toList();
    }

    private static String rest(List<String> words, int from) {
        int end = Math.min(words.size(), from + MOST_WORDS_OF_KEY);
        return from >= end ? "" : " " + String.join(" ", words.subList(from, end));
    }

    private static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    /** The word from each of its parts but the first on, in normal form. */
    private Stream<String> ends(String word) {
        return analysis.german().form(word).parts().stream()
                .map(Part::start)
                .filter(start -> start > 0 && start + SHORTEST_END <= word.length())
                .map(start -> Spelling.normal(word.substring(start)));
    }

    /** The words of a text that say something, as written there. */
    private Stream<String> words(String text) {
        return Written.in(text).stream()
                .filter(this::isTelling)
                .map(word -> word.pieces().stream().map(Piece::text).collect(Collectors.joining("-")))
                .filter(word -> word.length() >= SHORTEST_WORD && word.length() <= LONGEST_WORD)
                .filter(word -> Character.isLetter(word.codePointAt(0)));
    }

    private boolean isTelling(Written word) {
        List<Piece> pieces = word.pieces();
        return pieces.size() > 1
                || !analysis.german().isStopWord(pieces.getFirst().text());
    }
}
