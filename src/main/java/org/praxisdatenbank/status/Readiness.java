package org.praxisdatenbank.status;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.sync.Trouble;

/** Which of the parts that a search with all that has changed needs are there, and since when they are not. */
record Readiness(List<Part> parts, List<Trouble> troubles) {

    /** @param name as {@code NotReady} names it */
    record Part(String name, boolean isUp) {}

    Readiness {
        parts = List.copyOf(parts);
        troubles = List.copyOf(troubles);
    }

    static Readiness of(Condition condition) {
        List<Trouble> troubles = condition.troubles();
        return new Readiness(
                List.of(
                        new Part("database", condition.isDatabaseReachable()),
                        new Part("index", condition.isIndexServing()),
                        new Part("following", troubles.isEmpty())),
                troubles);
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
        TroubleJson.write(json, troubles);
        json.writeEndObject();
    }
}
