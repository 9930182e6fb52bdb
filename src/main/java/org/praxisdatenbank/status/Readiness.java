package org.praxisdatenbank.status;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Which of the parts that a search needs are there. */
record Readiness(List<Part> parts) {

    /** @param name as {@code NotReady} names it */
    record Part(String name, boolean isUp) {}

    Readiness {
        parts = List.copyOf(parts);
    }

    static Readiness of(Condition condition) {
        return new Readiness(List.of(
                new Part("database", condition.isDatabaseReachable()), new Part("index", condition.isIndexServing())));
    }

    boolean isReady() {
        return parts.stream().allMatch(Part::isUp);
    }

    private Stream<String> missing() {
        return parts.stream().filter(part -> !part.isUp()).map(Part::name);
    }

    /** Plain JSON when ready, else problem details; the parts stand in both. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (isReady()) {
            json.writeStringField("status", "up");
        } else {
            json.writeStringField("type", "/api#not-ready");
            json.writeStringField("title", "Not available at the moment");
            json.writeNumberField("status", 503);
            json.writeStringField(
                    "detail", "Missing: " + String.join(", ", missing().toList()) + ".");
        }
        json.writeObjectFieldStart("parts");
        for (Part part : parts) {
            json.writeStringField(part.name(), part.isUp() ? "up" : "down");
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
