package org.praxisdatenbank.fruitless;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.praxisdatenbank.web.Json;

/**
 * A text that was searched for and not found.
 *
 * @param times how many visitors, in each month anew
 * @param last in which it was searched for last
 */
public record FruitlessSearch(String text, long times, YearMonth last) {
    /** One line of JSON. */
    public String json() {
        return new String(Json.bytes(this::write), StandardCharsets.UTF_8);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", text);
        json.writeNumberField("times", times);
        json.writeStringField("last", last.toString());
        json.writeEndObject();
    }
}
