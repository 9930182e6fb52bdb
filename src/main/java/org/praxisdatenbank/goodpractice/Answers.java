package org.praxisdatenbank.goodpractice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.ExampleText.InDepth;
import org.praxisdatenbank.vocabulary.Vocabularies;

/**
 * What was answered so far, in texts.
 *
 * @param texts by the name of the question; never an empty one
 */
record Answers(Map<String, String> texts) {
    static final Answers NONE = new Answers(Map.of());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    Answers {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    static Answers parse(String json) {
        try {
            return new Answers(JSON.readValue(json, TEXTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds no answers but such", e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    /** Empty: not answered. */
    String text(String question) {
        return texts.getOrDefault(question, "");
    }

    boolean has(String question) {
        return texts.containsKey(question);
    }

    /** 0 where it is not fulfilled, or not answered yet. */
    int level(String criterion) {
        String level = text(Part.LEVEL + criterion);
        return level.matches("[1-5]") ? Integer.parseInt(level) : 0;
    }

    /** Ids of the criteria that it fulfils, in their order. */
    List<String> fulfilled(Vocabularies lists) {
        return lists.criteria().stream()
                .map(Part::id)
                .filter(id -> level(id) > 0)
                .toList();
    }

    /** The description, as far as it is written. */
    ExampleText description(Vocabularies lists) {
        return new ExampleText(
                texts.get("background"),
                texts.get("approach"),
                lists.criteria().stream()
                        .filter(criterion -> has(Part.DEPTH + Part.id(criterion)))
                        .map(criterion -> new InDepth(criterion.term().id(), text(Part.DEPTH + Part.id(criterion))))
                        .toList(),
                texts.get("lessons"),
                texts.get(Part.LITERATURE));
    }

    /** With what is given for these questions; what is given as an empty text is no answer any more. */
    Answers with(Collection<String> questions, UnaryOperator<String> given) {
        Map<String, String> all = new TreeMap<>(texts);
        for (String question : questions) {
            String text = given.apply(question);
            if (text.isEmpty()) {
                all.remove(question);
            } else {
                all.put(question, text);
            }
        }
        return new Answers(all);
    }
}
