package org.praxisdatenbank.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a schema demands. */
final class Limits {
    private Limits() {}

    /** {@code string}, {@code Hit}, {@code array of Hit}, {@code string or null}. */
    static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().replaceFirst(".*/", "");
        }
        JsonNode type = schema.path("type");
        if (type.asText().equals("array")) {
            return "array of " + type(schema.path("items"));
        }
        List<String> types = new ArrayList<>();
        type.forEach(one -> types.add(one.asText()));
        return types.isEmpty() ? type.asText("string") : String.join(" or ", types);
    }

    /** What is allowed, phrase by phrase; empty where everything of that type is. */
    static List<String> of(JsonNode schema) {
        JsonNode one = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
        List<String> limits = new ArrayList<>();
        if (one.has("enum")) {
            limits.add("one of "
                    + one.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
        }
        add(limits, "from ", one, "minimum");
        add(limits, "to ", one, "maximum");
        add(limits, "at least ", " characters", one, "minLength");
        add(limits, "at most ", " characters", one, "maxLength");
        add(limits, "at most ", " entries", schema, "maxItems");
        add(limits, "form ", one, "pattern");
        add(limits, "default ", schema, "default");
        return limits;
    }

    private static void add(List<String> limits, String before, JsonNode schema, String keyword) {
        add(limits, before, "", schema, keyword);
    }

    private static void add(List<String> limits, String before, String after, JsonNode schema, String keyword) {
        if (schema.has(keyword)) {
            limits.add(before + schema.path(keyword).asText() + after);
        }
    }
}
