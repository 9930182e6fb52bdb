package org.praxisdatenbank.revision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.revision.Fragment.Kind;
import org.praxisdatenbank.revision.RevisionStore.Listed;

/** Writes revisions for programs. */
final class RevisionJson {
    private RevisionJson() {}

    static void write(JsonGenerator json, Histories.History history) throws IOException {
        PracticeId id = history.present().id();
        json.writeStartObject();
        json.writeStringField("practice", id.value());
        json.writeNumberField("present", history.present().version());
        json.writeArrayFieldStart("revisions");
        for (Listed listed : history.revisions()) {
            json.writeStartObject();
            writeFields(json, id, listed.revision());
            strings(json, "changed", listed.changed());
            json.writeEndObject();
        }
        json.writeEndArray();
        @Nullable Long next = history.next();
        if (next != null) {
            json.writeNumberField("next", next);
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Histories.State state) throws IOException {
        json.writeStartObject();
        json.writeStringField("practice", state.present().id().value());
        json.writeNumberField("present", state.present().version());
        writeFields(json, state.present().id(), state.kept().revision());
        json.writeFieldName("record");
        PracticeJson.write(json, state.kept().practice());
        json.writeArrayFieldStart("changes");
        for (FieldChange change : state.changes()) {
            json.writeStartObject();
            json.writeStringField("field", change.field());
            write(json, change);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, PracticeId id, Revision revision) throws IOException {
        json.writeNumberField("number", revision.number());
        json.writeStringField("status", revision.isPublished() ? "published" : "withdrawn");
        json.writeStringField("made", revision.made().toString());
        json.writeStringField("made_by", revision.madeBy().id());
        json.writeStringField("url", RevisionUrl.revision(id, revision.number()));
    }

    private static void write(JsonGenerator json, FieldChange change) throws IOException {
        switch (change) {
            case FieldChange.OfValue value -> {
                PracticeJson.optional(json, "before", value.before());
                PracticeJson.optional(json, "after", value.after());
            }
            case FieldChange.OfText text -> fragments(json, text.fragments());
            case FieldChange.OfList list -> {
                strings(json, "removed", list.removed());
                strings(json, "added", list.added());
            }
            case FieldChange.OfCriterion criterion -> {
                json.writeStringField("criterion", criterion.criterion());
                fulfilment(json, "from", criterion.before());
                fulfilment(json, "to", criterion.after());
                if (!criterion.note().isEmpty()) {
                    fragments(json, criterion.note());
                }
            }
        }
    }

    /** Nothing where the criterion was not named. */
    private static void fulfilment(JsonGenerator json, String field, @Nullable Fulfilment fulfilment)
            throws IOException {
        if (fulfilment == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        @Nullable Integer level = fulfilment.level();
        if (level != null) {
            json.writeNumberField("level", level);
        }
        PracticeJson.optional(json, "note", fulfilment.note());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void fragments(JsonGenerator json, List<Fragment> fragments) throws IOException {
        json.writeArrayFieldStart("text");
        for (Fragment fragment : fragments) {
            json.writeStartObject();
            json.writeStringField("text", fragment.text());
            if (fragment.kind() != Kind.SAME) {
                json.writeStringField("change", fragment.kind() == Kind.ADDED ? "added" : "removed");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
