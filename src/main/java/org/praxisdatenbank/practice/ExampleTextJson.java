package org.praxisdatenbank.practice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.ExampleText.InDepth;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What others can learn from an example, as the record format and the database have it. */
final class ExampleTextJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper READER = new ObjectMapper();

    private ExampleTextJson() {}

    /** One object, its fields in a fixed order, without those that are not written. */
    static void write(JsonGenerator json, ExampleText example) throws IOException {
        json.writeStartObject();
        PracticeJson.optional(json, "background", example.background());
        PracticeJson.optional(json, "approach", example.approach());
        json.writeArrayFieldStart("criteria");
        for (InDepth criterion : example.inDepth()) {
            json.writeStartObject();
            json.writeStringField("id", criterion.criterion().value());
            json.writeStringField("text", criterion.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        PracticeJson.optional(json, "lessons", example.lessons());
        PracticeJson.optional(json, "literature", example.literature());
        json.writeEndObject();
    }

    /** Null for null. */
    static @Nullable String text(@Nullable ExampleText example) {
        if (example == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, example);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing the description of an example", impossible);
        }
        return text.toString();
    }

    /** @param json what {@link #text} has given; null for null */
    static @Nullable ExampleText parse(@Nullable String json) {
        try {
            return json == null ? null : read(READER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the description of an example", e);
        }
    }

    static ExampleText read(JsonNode json) {
        List<InDepth> inDepth = new ArrayList<>();
        json.path("criteria")
                .forEach(criterion -> inDepth.add(new InDepth(
                        new TermId(
                                Vocabulary.CRITERION, criterion.required("id").asText()),
                        criterion.required("text").asText())));
        return new ExampleText(
                text(json, "background"),
                text(json, "approach"),
                inDepth,
                text(json, "lessons"),
                text(json, "literature"));
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.has(field) ? json.get(field).asText() : null;
    }
}
