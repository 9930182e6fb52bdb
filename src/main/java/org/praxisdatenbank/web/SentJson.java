package org.praxisdatenbank.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.problem.Problem;

/** The object of JSON that a program has sent. */
public final class SentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode object;

    private SentJson(JsonNode object) {
        this.object = object;
    }

    /** Without a body it is an empty one; raises {@link Problem.Invalid} for what is no object. */
    public static SentJson of(Context request) {
        byte[] body = request.bodyAsBytes();
        if (body.length == 0) {
            return new SentJson(MAPPER.createObjectNode());
        }
        try {
            JsonNode object = MAPPER.readTree(body);
            if (object.isObject()) {
                return new SentJson(object);
            }
        } catch (IOException unreadable) {
            // told below
        }
        throw new Problem.Invalid("body", "problem.body").raise();
    }

    /**
     * A text as {@link Typed#clean} has it; empty: it says nothing of it, or null.
     *
     * @param field that of an object within by its name and a full stop: {@code label.de}
     */
    public Optional<String> find(String field) {
        JsonNode value = value(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(Typed.clean(value.asText("")));
    }

    /** The texts of a list; none where there is no such list. */
    public List<String> findAll(String field) {
        List<String> texts = new ArrayList<>();
        value(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The version that a change is made from; raises {@link Problem.Invalid} where there is none. */
    public long version() {
        JsonNode version = value("version");
        if (!version.canConvertToLong() || !version.isIntegralNumber()) {
            throw new Problem.Invalid("version", "problem.version").raise();
        }
        return version.asLong();
    }

    private JsonNode value(String field) {
        return object.at("/" + field.replace('.', '/'));
    }
}
