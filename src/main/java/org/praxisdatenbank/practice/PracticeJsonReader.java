package org.praxisdatenbank.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads back what {@link PracticeJson} has written; what people write is read, and checked, by the import. */
public final class PracticeJsonReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PracticeJsonReader() {}

    /**
     * The practice of which these are the canonical bytes.
     *
     * @throws UncheckedIOException where they are no JSON
     * @throws RuntimeException where they are no practice
     */
    public static Practice read(byte[] bytes) {
        try {
            return practice(JSON.readTree(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the record of a practice", e);
        }
    }

    private static Practice practice(JsonNode json) {
        return new Practice(
                new PracticeId(required(json, "id")),
                new Wording(required(json, "title"), required(json, "summary"), text(json, "description")),
                new Carrier(text(json, "provider"), text(json, "place"), text(json, "postal_code")),
                classification(json),
                Period.of(text(json, "start"), text(json, "end")),
                provenance(json));
    }

    private static Classification classification(JsonNode json) {
        List<TermId> terms = new ArrayList<>();
        for (RecordList list : RecordList.values()) {
            elements(json, list.field()).forEach(id -> terms.add(new TermId(list.vocabulary(), id.asText())));
        }
        return new Classification(
                new TermId(Vocabulary.TYPE, required(json, "type")),
                terms,
                elements(json, "criteria").stream()
                        .map(PracticeJsonReader::fulfilment)
                        .toList(),
                new GoodPractice(
                        json.has("good_practice") ? json.get("good_practice").asBoolean() : null,
                        number(json, "good_practice_year"),
                        json.has("good_practice_description")
                                ? ExampleTextJson.read(json.get("good_practice_description"))
                                : null));
    }

    private static Fulfilment fulfilment(JsonNode json) {
        return new Fulfilment(
                new TermId(Vocabulary.CRITERION, required(json, "id")), number(json, "level"), text(json, "note"));
    }

    private static Provenance provenance(JsonNode json) {
        @Nullable String origin = text(json, "origin");
        @Nullable String confirmed = text(json, "confirmed");
        return new Provenance(
                text(json, "website"),
                text(json, "source_url"),
                origin == null ? null : new TermId(Vocabulary.ORIGIN, origin),
                confirmed == null ? null : LocalDate.parse(confirmed));
    }

    private static List<JsonNode> elements(JsonNode json, String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false).toList();
    }

    private static String required(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.has(field) ? json.get(field).asText() : null;
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        return json.has(field) ? json.get(field).asInt() : null;
    }
}
