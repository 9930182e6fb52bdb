package org.praxisdatenbank.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeJson;

/**
 * What has been entered of a practice so far: the record format in pieces, each of which two people can change without
 * disturbing each other. May be incomplete, and a text may be none that its field allows.
 *
 * @param pieces by the field's name, a criterion as {@code criteria.konzeption}; never the id, never an empty value
 */
record Entered(Map<String, JsonNode> pieces) {
    static final Entered NOTHING = new Entered(Map.of());
    static final String CRITERIA = "criteria";
    private static final String CRITERION = CRITERIA + ".";
    private static final String ID = "id";
    private static final ObjectMapper JSON = new ObjectMapper();

    Entered {
        pieces = Collections.unmodifiableMap(new LinkedHashMap<>(pieces));
    }

    /** All of a practice but its id. */
    static Entered of(Practice practice) {
        return parse(new String(PracticeJson.bytes(practice), StandardCharsets.UTF_8));
    }

    /** @param record one object of the record format */
    static Entered parse(String record) {
        Map<String, JsonNode> pieces = new LinkedHashMap<>();
        read(record).properties().forEach(field -> {
            if (field.getKey().equals(CRITERIA)) {
                field.getValue()
                        .forEach(criterion ->
                                pieces.put(criterionPiece(criterion.path(ID).asText()), criterion));
            } else if (!field.getKey().equals(ID) && !isEmpty(field.getValue())) {
                pieces.put(field.getKey(), field.getValue());
            }
        });
        return new Entered(pieces);
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (IOException e) {
            throw new UncheckedIOException("reading what was entered", e);
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
    }

    /** The record, without an id. */
    String json() {
        return record().toString();
    }

    /** The record with that id. */
    String json(String id) {
        return record().put(ID, id).toString();
    }

    private ObjectNode record() {
        ObjectNode record = JSON.createObjectNode();
        ArrayNode criteria = JSON.createArrayNode();
        pieces.forEach((piece, value) -> {
            if (piece.startsWith(CRITERION)) {
                criteria.add(value);
            } else {
                record.set(piece, value);
            }
        });
        return criteria.isEmpty() ? record : record.set(CRITERIA, criteria);
    }

    static String criterionPiece(String criterion) {
        return CRITERION + criterion;
    }

    boolean has(String piece) {
        return pieces.containsKey(piece);
    }

    /** Whether anything is entered in that field of the record format. */
    boolean hasField(String field) {
        return has(field) || (field.equals(CRITERIA) && pieces.keySet().stream().anyMatch(Entered::isCriterion));
    }

    static boolean isCriterion(String piece) {
        return piece.startsWith(CRITERION);
    }

    /** Empty: nothing is entered. */
    String text(String piece) {
        @Nullable JsonNode value = pieces.get(piece);
        return value == null ? "" : value.asText();
    }

    /** The ids of a list, in their order. */
    List<String> list(String piece) {
        @Nullable JsonNode value = pieces.get(piece);
        return value == null
                ? List.of()
                : StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    /** @param part {@code level} or {@code note} */
    String ofCriterion(String criterion, String part) {
        @Nullable JsonNode value = pieces.get(criterionPiece(criterion));
        return value == null ? "" : value.path(part).asText("");
    }

    /** With that text instead; empty: without any. */
    Entered with(String piece, String text) {
        return with(piece, text.isEmpty() ? null : JSON.getNodeFactory().textNode(text));
    }

    /** With just these ids; those that were there stay in their order, before the others. */
    Entered with(String piece, List<String> ids) {
        Set<String> ordered = new LinkedHashSet<>(list(piece));
        ordered.retainAll(ids);
        ordered.addAll(ids);
        ArrayNode list = JSON.createArrayNode();
        ordered.forEach(list::add);
        return with(piece, list.isEmpty() ? null : list);
    }

    /** With that level and reason for a criterion; level 0: not stated; note empty: none. */
    Entered withCriterion(String criterion, int level, String note) {
        ObjectNode value = JSON.createObjectNode().put(ID, criterion);
        if (level > 0) {
            value.put("level", level);
        }
        if (!note.isEmpty()) {
            value.put("note", note);
        }
        return with(criterionPiece(criterion), value);
    }

    /** With that value, in its place; null: without any. */
    Entered with(String piece, @Nullable JsonNode value) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(pieces);
        if (value == null) {
            changed.remove(piece);
        } else {
            changed.put(piece, value);
        }
        return new Entered(changed);
    }
}
