package org.praxisdatenbank.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeJson;

/**
 * What differs between two states of a practice, field by field in the order of the record format. It compares the written
 * records, so that no field can be forgotten here.
 */
final class RecordDifference {
    static final String CRITERIA = "criteria";
    /** Compared text by text: {@code good_practice_description.background}, or with the id of a criterion. */
    static final String DESCRIPTION = "good_practice_description";
    /** In which single words are compared. */
    private static final Set<String> TEXTS = Set.of("title", "summary", "description");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FieldChange> changes = new ArrayList<>();
    private final Practice before;
    private final Practice after;

    private RecordDifference(Practice before, Practice after) {
        this.before = before;
        this.after = after;
    }

    /** None where both are the same. */
    static List<FieldChange> between(Practice before, Practice after) {
        RecordDifference difference = new RecordDifference(before, after);
        difference.compare(json(before), json(after));
        return difference.changes;
    }

    private static JsonNode json(Practice practice) {
        try {
            return JSON.readTree(PracticeJson.bytes(practice));
        } catch (IOException e) {
            throw new UncheckedIOException("reading what was just written", e);
        }
    }

    private void compare(JsonNode old, JsonNode now) {
        Set<String> fields = new LinkedHashSet<>();
        now.fieldNames().forEachRemaining(fields::add);
        old.fieldNames().forEachRemaining(fields::add);
        RecordFields.inOrder(fields).stream()
                .filter(field -> !old.path(field).equals(now.path(field)))
                .forEach(field -> compare(field, old.path(field), now.path(field)));
    }

    private void compare(String field, JsonNode old, JsonNode now) {
        if (field.equals(CRITERIA)) {
            compareCriteria();
        } else if (field.equals(DESCRIPTION)) {
            compareTexts(descriptionTexts(old), descriptionTexts(now));
        } else if (now.isArray() || old.isArray()) {
            changes.add(list(field, texts(old), texts(now)));
        } else if (TEXTS.contains(field)) {
            changes.add(new FieldChange.OfText(field, TextDifference.between(old.asText(""), now.asText(""))));
        } else {
            changes.add(new FieldChange.OfValue(field, value(old), value(now)));
        }
    }

    private static @Nullable String value(JsonNode json) {
        return json.isMissingNode() ? null : json.asText();
    }

    private static List<String> texts(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static FieldChange list(String field, Collection<String> old, Collection<String> now) {
        return new FieldChange.OfList(
                field,
                old.stream().filter(value -> !now.contains(value)).toList(),
                now.stream().filter(value -> !old.contains(value)).toList());
    }

    private void compareCriteria() {
        Map<String, Fulfilment> old = criteria(before);
        Map<String, Fulfilment> now = criteria(after);
        Set<String> all = new LinkedHashSet<>(now.keySet());
        all.addAll(old.keySet());
        List<FieldChange> different = all.stream()
                .filter(criterion -> !Objects.equals(old.get(criterion), now.get(criterion)))
                .<FieldChange>map(criterion -> criterion(criterion, old.get(criterion), now.get(criterion)))
                .toList();
        changes.addAll(
                different.isEmpty() ? List.of(new FieldChange.OfList(CRITERIA, List.of(), List.of())) : different);
    }

    private static Map<String, String> descriptionTexts(JsonNode description) {
        Map<String, String> texts = new LinkedHashMap<>();
        description.properties().forEach(part -> {
            if (part.getKey().equals(CRITERIA)) {
                part.getValue()
                        .forEach(criterion -> texts.put(
                                criterion.path("id").asText(),
                                criterion.path("text").asText()));
            } else {
                texts.put(part.getKey(), part.getValue().asText());
            }
        });
        return texts;
    }

    private void compareTexts(Map<String, String> old, Map<String, String> now) {
        Set<String> parts = new LinkedHashSet<>(now.keySet());
        parts.addAll(old.keySet());
        List<FieldChange> different = parts.stream()
                .filter(part -> !Objects.equals(old.get(part), now.get(part)))
                .<FieldChange>map(part -> new FieldChange.OfText(
                        DESCRIPTION + "." + part,
                        TextDifference.between(old.getOrDefault(part, ""), now.getOrDefault(part, ""))))
                .toList();
        changes.addAll(
                different.isEmpty() ? List.of(new FieldChange.OfList(DESCRIPTION, List.of(), List.of())) : different);
    }

    private static FieldChange criterion(String criterion, @Nullable Fulfilment old, @Nullable Fulfilment now) {
        String noteBefore = note(old);
        String noteAfter = note(now);
        List<Fragment> note = noteBefore.equals(noteAfter) ? List.of() : TextDifference.between(noteBefore, noteAfter);
        return new FieldChange.OfCriterion(criterion, old, now, note);
    }

    private static String note(@Nullable Fulfilment fulfilment) {
        return fulfilment == null || fulfilment.note() == null ? "" : fulfilment.note();
    }

    private static Map<String, Fulfilment> criteria(Practice practice) {
        Map<String, Fulfilment> criteria = new LinkedHashMap<>();
        practice.classification()
                .criteria()
                .forEach(fulfilment -> criteria.put(fulfilment.criterion().value(), fulfilment));
        return criteria;
    }
}
