package org.praxisdatenbank.vocabulary;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;

/** All lists as JSON: what the API's ids mean and in which order to show them. */
public final class VocabularyApi implements Routes {
    private final Vocabularies vocabularies;

    public VocabularyApi(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get("/api/v1/vocabularies", request -> Json.answer(request, this::write));
    }

    private void write(JsonGenerator json) throws IOException {
        Extras extras = new Extras(vocabularies);
        json.writeStartObject();
        for (Vocabulary list : Vocabulary.values()) {
            json.writeArrayFieldStart(list.id());
            for (Term term : vocabularies.terms(list)) {
                json.writeStartObject();
                write(json, term);
                json.writeBooleanField("retired", vocabularies.isRetired(term.id()));
                extras.write(json, term);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Term term) throws IOException {
        json.writeStringField("id", term.id().value());
        json.writeNumberField("order", term.position());
        write(json, term.label());
        json.writeArrayFieldStart("editions");
        for (Term.OtherEdition other : term.others()) {
            json.writeStartObject();
            json.writeStringField("edition", other.edition());
            json.writeNumberField("order", other.position());
            write(json, other.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Label label) throws IOException {
        json.writeObjectFieldStart("label");
        json.writeStringField("de", label.german());
        json.writeStringField("en", label.english());
        json.writeEndObject();
    }

    /** What only criteria and states have. */
    private record Extras(Map<TermId, Criterion> criteria, Map<TermId, State> states) {
        Extras(Vocabularies vocabularies) {
            this(
                    vocabularies.criteria().stream()
                            .collect(Collectors.toMap(
                                    criterion -> criterion.term().id(), Function.identity())),
                    vocabularies.states().stream()
                            .collect(Collectors.toMap(state -> state.term().id(), Function.identity())));
        }

        void write(JsonGenerator json, Term term) throws IOException {
            @Nullable Criterion criterion = criteria.get(term.id());
            if (criterion != null) {
                write(json, criterion);
            }
            @Nullable State state = states.get(term.id());
            if (state != null) {
                json.writeStringField("path", state.path());
            }
        }

        private static void write(JsonGenerator json, Criterion criterion) throws IOException {
            json.writeBooleanField("basic", criterion.isBasic());
            json.writeArrayFieldStart("levels");
            for (Criterion.Level level : criterion.levels()) {
                json.writeStartObject();
                json.writeNumberField("level", level.number());
                json.writeStringField("title", level.title());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
