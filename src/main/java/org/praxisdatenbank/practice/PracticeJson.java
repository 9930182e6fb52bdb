package org.praxisdatenbank.practice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * Writes a practice in the record format. The order of the fields is fixed, lists are always there and what is not
 * stated is left out, so that equal practices give equal bytes.
 */
public final class PracticeJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PracticeJson() {}

    /** One object, its fields included. */
    public static void write(JsonGenerator json, Practice practice) throws IOException {
        json.writeStartObject();
        writeFields(json, practice);
        json.writeEndObject();
    }

    /** The fields alone, for a caller that opens the object and adds its own. */
    public static void writeFields(JsonGenerator json, Practice practice) throws IOException {
        json.writeStringField("id", practice.id().value());
        json.writeStringField("type", practice.classification().type().value());
        write(json, practice.wording());
        write(json, practice.carrier());
        write(json, practice.classification());
        write(json, practice.period());
        write(json, practice.provenance());
    }

    /** The canonical form: one object in UTF-8 without white space. */
    public static byte[] bytes(Practice practice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(json, practice);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing practice " + practice.id().value(), impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Wording wording) throws IOException {
        json.writeStringField("title", wording.title());
        json.writeStringField("summary", wording.summary());
        optional(json, "description", wording.description());
    }

    private static void write(JsonGenerator json, Carrier carrier) throws IOException {
        optional(json, "provider", carrier.provider());
        optional(json, "place", carrier.place());
        optional(json, "postal_code", carrier.postalCode());
    }

    private static void write(JsonGenerator json, Classification classification) throws IOException {
        for (RecordList list : RecordList.values()) {
            writeTerms(json, list.field(), classification.terms(list.vocabulary()));
        }
        json.writeArrayFieldStart("criteria");
        for (Classification.Fulfilment criterion : classification.criteria()) {
            write(json, criterion);
        }
        json.writeEndArray();
        @Nullable Boolean passed = classification.goodPractice().passed();
        if (passed != null) {
            json.writeBooleanField("good_practice", passed);
        }
        optional(json, "good_practice_year", classification.goodPractice().year());
        @Nullable ExampleText description = classification.goodPractice().description();
        if (description != null) {
            json.writeFieldName("good_practice_description");
            ExampleTextJson.write(json, description);
        }
    }

    private static void write(JsonGenerator json, Classification.Fulfilment criterion) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", criterion.criterion().value());
        optional(json, "level", criterion.level());
        optional(json, "note", criterion.note());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Period period) throws IOException {
        @Nullable PartialDate start = period.start();
        optional(json, "start", start == null ? null : start.text());
        optional(
                json,
                "end",
                switch (period.end()) {
                    case null -> null;
                    case Period.End.Open open -> "open";
                    case Period.End.On on -> on.date().text();
                });
    }

    private static void write(JsonGenerator json, Provenance provenance) throws IOException {
        optional(json, "website", provenance.website());
        optional(json, "source_url", provenance.sourceUrl());
        optional(
                json,
                "origin",
                provenance.origin() == null ? null : provenance.origin().value());
        optional(
                json,
                "confirmed",
                provenance.confirmed() == null ? null : provenance.confirmed().toString());
    }

    /** Writes the ids of the terms as an array field. */
    public static void writeTerms(JsonGenerator json, String field, List<TermId> terms) throws IOException {
        json.writeArrayFieldStart(field);
        for (TermId term : terms) {
            json.writeString(term.value());
        }
        json.writeEndArray();
    }

    /** Writes nothing where there is no value. */
    public static void optional(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private static void optional(JsonGenerator json, String field, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value);
        }
    }

    /** The record format's lists and the vocabularies their ids come from, in the order they are written. */
    public enum RecordList {
        STATES("states", Vocabulary.STATE),
        TOPIC_AREAS("topic_areas", Vocabulary.TOPIC),
        FIELDS_OF_ACTION("fields_of_action", Vocabulary.FIELD),
        TARGET_GROUPS("target_groups", Vocabulary.TARGET_GROUP),
        AGE_GROUPS("age_groups", Vocabulary.AGE_GROUP),
        SETTINGS("settings", Vocabulary.SETTING);

        private final String field;
        private final Vocabulary vocabulary;

        RecordList(String field, Vocabulary vocabulary) {
            this.field = field;
            this.vocabulary = vocabulary;
        }

        /** The one whose ids come from it; empty for vocabularies of which a record has one value, or criteria. */
        public static Optional<RecordList> of(Vocabulary vocabulary) {
            return Arrays.stream(values())
                    .filter(list -> list.vocabulary == vocabulary)
                    .findFirst();
        }

        public String field() {
            return field;
        }

        public Vocabulary vocabulary() {
            return vocabulary;
        }
    }
}
