package org.praxisdatenbank.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.api.ApiPage.Endpoint;
import org.praxisdatenbank.api.ApiPage.Field;
import org.praxisdatenbank.api.ApiPage.Parameter;
import org.praxisdatenbank.api.ApiPage.ProblemType;
import org.praxisdatenbank.api.ApiPage.Schema;

/** {@code openapi.json} as it is, and as the page shows it: parsed when that is first asked for. Safe for any thread. */
final class ApiDescription {
    private static final String RESOURCE = "/openapi.json";
    private static final String SEARCH = "/api/v1/practices";
    private static final String PROBLEM = "Problem";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] bytes = read(RESOURCE);
    private @Nullable JsonNode document;

    private synchronized JsonNode document() {
        if (document == null) {
            try {
                document = JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + RESOURCE, e);
            }
        }
        return document;
    }

    /** A file on the class path. */
    static byte[] read(String resource) {
        try (@Nullable InputStream file = ApiDescription.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(file, resource + " is not on the class path")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    /** The document in UTF-8; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        document().path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            endpoints.add(new Endpoint(path.getKey(), text(get, "summary"), text(get, "description")));
        });
        return endpoints;
    }

    /** What the search takes; parameters that differ in their names only stand together. */
    List<Parameter> searchParameters() {
        Map<JsonNode, List<String>> names = new LinkedHashMap<>();
        for (JsonNode listed : document().path("paths").path(SEARCH).path("get").path("parameters")) {
            JsonNode parameter = resolve(listed);
            JsonNode meaning = JSON.createObjectNode()
                    .put("description", text(parameter, "description"))
                    .set("schema", parameter.path("schema"));
            names.computeIfAbsent(meaning, key -> new ArrayList<>()).add(text(parameter, "name"));
        }
        List<Parameter> parameters = new ArrayList<>();
        names.forEach((meaning, together) -> parameters.add(
                new Parameter(together, text(meaning, "description"), Limits.of(meaning.path("schema")))));
        return parameters;
    }

    /** The answers' objects with their fields, but the refusal. */
    List<Schema> schemas() {
        List<Schema> schemas = new ArrayList<>();
        document().path("components").path("schemas").properties().forEach(schema -> {
            JsonNode fields = schema.getValue().path("properties");
            if (!fields.isEmpty() && !schema.getKey().equals(PROBLEM)) {
                schemas.add(new Schema(
                        schema.getKey(),
                        text(schema.getValue(), "description"),
                        fields(fields, required(schema.getValue()))));
            }
        });
        return schemas;
    }

    private List<Field> fields(JsonNode properties, Set<String> required) {
        List<Field> fields = new ArrayList<>();
        properties.properties().forEach(property -> {
            JsonNode schema = property.getValue();
            fields.add(new Field(
                    property.getKey(),
                    Limits.type(schema),
                    !required.contains(property.getKey()),
                    text(resolve(schema), "description"),
                    Limits.of(schema)));
        });
        return fields;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Every value that {@code type} of a refusal can have. */
    List<ProblemType> problemTypes() {
        List<ProblemType> types = new ArrayList<>();
        JsonNode type = document()
                .path("components")
                .path("schemas")
                .path(PROBLEM)
                .path("properties")
                .path("type");
        for (JsonNode one : type.path("oneOf")) {
            types.add(new ProblemType(text(one, "const"), text(one, "title"), text(one, "description")));
        }
        return types;
    }

    /** An answer of the search, indented. */
    String searchExample() {
        return document()
                .path("paths")
                .path(SEARCH)
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("example")
                .toPrettyString();
    }

    /** What a {@code $ref} within this document points to; anything else stays. */
    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document().at(text(node, "$ref").substring(1)) : node;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
