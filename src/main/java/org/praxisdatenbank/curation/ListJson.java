package org.praxisdatenbank.curation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.praxisdatenbank.curation.AffectedStore.Affected;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Lists and edits of them as programs read them. */
final class ListJson {
    private ListJson() {}

    /**
     * A list with how often its terms are used.
     *
     * @param published how many published practices carry each term, by its id; none where it is missing
     */
    record Counted(Vocabulary list, long version, List<Term> terms, Map<String, Long> published) {
        Counted {
            terms = List.copyOf(terms);
            published = Map.copyOf(published);
        }
    }

    static void write(JsonGenerator json, Counted list, Vocabularies lists) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", list.list().id());
        json.writeNumberField("version", list.version());
        json.writeArrayFieldStart("terms");
        for (Term term : list.terms()) {
            json.writeStartObject();
            write(json, term, lists);
            json.writeNumberField(
                    "published", list.published().getOrDefault(term.id().value(), 0L));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Term term, long version, Affected affected, Vocabularies lists)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", version);
        write(json, term, lists);
        write(json, affected);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Term term, Vocabularies lists) throws IOException {
        json.writeStringField("id", term.id().value());
        json.writeNumberField("order", term.position());
        json.writeObjectFieldStart("label");
        json.writeStringField("de", term.label().german());
        json.writeStringField("en", term.label().english());
        json.writeEndObject();
        json.writeArrayFieldStart("aliases");
        for (String alias : lists.aliases(term.id())) {
            json.writeString(alias);
        }
        json.writeEndArray();
        json.writeBooleanField("retired", lists.isRetired(term.id()));
    }

    private static void write(JsonGenerator json, Affected affected) throws IOException {
        json.writeNumberField("published", affected.published());
        json.writeNumberField("withdrawn", affected.withdrawn());
        json.writeNumberField("drafts", affected.drafts());
    }

    /** @param searchable whether all running servers show what was done; empty: nothing was */
    static void write(JsonGenerator json, Preview preview, Optional<Boolean> searchable) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("done", searchable.isPresent());
        json.writeNumberField("version", preview.version());
        json.writeStringField("what", preview.what());
        json.writeArrayFieldStart("notes");
        for (String note : preview.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("affected");
        write(json, preview.affected());
        json.writeEndObject();
        json.writeArrayFieldStart("addresses");
        for (Preview.Address address : preview.addresses()) {
            json.writeStartObject();
            json.writeStringField("from", address.from());
            json.writeStringField("to", address.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (searchable.isPresent()) {
            json.writeBooleanField("searchable", searchable.get());
        }
        json.writeEndObject();
    }
}
