package org.praxisdatenbank.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private final OpenApi document = OpenApi.read();

    @Test
    void every_reference_points_to_something() {
        assertThat(document.document().findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.document().at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void every_component_is_referred_to() {
        Set<String> used = new HashSet<>(document.document().findValuesAsText("$ref"));
        document.document().path("components").properties().forEach(kind -> kind.getValue()
                .fieldNames()
                .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void every_path_has_an_operation_with_a_name_and_a_200() {
        Set<String> names = new HashSet<>();
        document.document().path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            assertThat(names.add(get.path("operationId").asText()))
                    .as(path.getKey())
                    .isTrue();
            assertThat(get.path("summary").asText()).isNotBlank();
            assertThat(get.path("responses").has("200")).as(path.getKey()).isTrue();
        });
    }

    @Test
    void every_field_and_parameter_is_described() {
        JsonNode components = document.document().path("components");
        components.path("schemas").forEach(schema -> schema.path("properties")
                .properties()
                .forEach(field -> assertThat(document.resolve(field.getValue())
                                .path("description")
                                .asText())
                        .as(field.getKey())
                        .isNotBlank()));
        components.path("parameters").forEach(parameter -> assertThat(
                        parameter.path("description").asText())
                .isNotBlank());
    }

    @Test
    void every_example_is_what_its_schema_demands() {
        document.document().findParents("example").forEach(content -> {
            JsonNode example = content.path("example");
            JsonNode one = content.path("schema").path("type").asText().equals("array") && !example.isArray()
                    ? content.path("schema").path("items")
                    : content.path("schema");
            assertThat(document.errors(one, example)).as(example.toString()).isEmpty();
        });
    }

    @Test
    void nothing_is_an_extension() {
        assertThat(document.document().toString()).doesNotContain("\"x-");
    }
}
