package org.praxisdatenbank.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI document as a measure for answers. Stricter than what it promises: fields that it does not name fail. */
public final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, com.networknt.schema.Schema> compiled = new HashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    public static OpenApi read() {
        try {
            JsonNode document = JSON.readTree(new ApiDescription().bytes());
            return new OpenApi(strict(document));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the OpenAPI document", e);
        }
    }

    private static JsonNode strict(JsonNode node) {
        node.forEach(OpenApi::strict);
        if (node instanceof ObjectNode schema && isClosed(schema)) {
            schema.put("additionalProperties", false);
        }
        return node;
    }

    /** An object with named fields; the one that describes any OpenAPI document stays open. */
    private static boolean isClosed(ObjectNode schema) {
        return schema.path("type").asText().equals("object")
                && schema.has("properties")
                && !schema.path("properties").has("openapi");
    }

    JsonNode document() {
        return document;
    }

    /** Fails unless the document describes this answer of this path: status, media type, body. */
    public void assertDescribes(String path, HttpResponse<byte[]> answer) throws IOException {
        JsonNode responses = document.path("paths").path(path).path("get").path("responses");
        JsonNode response = resolve(responses.path(String.valueOf(answer.statusCode())));
        assertThat(response.isMissingNode())
                .as("%s has no answer %d", path, answer.statusCode())
                .isFalse();
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s %d has no %s", path, answer.statusCode(), type)
                .isFalse();
        if (type.endsWith("json")) {
            assertThat(errors(content.path("schema"), JSON.readTree(answer.body())))
                    .as("%s %d", path, answer.statusCode())
                    .isEmpty();
        }
    }

    /** What is wrong with the value. */
    List<String> errors(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private com.networknt.schema.Schema compile(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", document.path("components"));
        return schemas.getSchema(alone);
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
