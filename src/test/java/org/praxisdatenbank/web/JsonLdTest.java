package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonLdTest {
    @Test
    void no_text_can_end_the_script_element_or_open_a_comment() {
        JsonLd content = JsonLd.of(json -> {
            json.writeStartObject();
            json.writeStringField("name", "</script><!-- \"Kita\"");
            json.writeEndObject();
        });
        assertThat(content).hasToString("{\"name\":\"\\u003c/script>\\u003c!-- \\\"Kita\\\"\"}");
    }
}
