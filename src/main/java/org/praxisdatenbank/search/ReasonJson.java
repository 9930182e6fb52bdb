package org.praxisdatenbank.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.Reason.Place;
import org.praxisdatenbank.query.Reason.Raise;
import org.praxisdatenbank.query.Results.Shown;

/** Writes why a practice was found. */
final class ReasonJson {
    private ReasonJson() {}

    static void write(JsonGenerator json, Shown shown) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Reason reason : shown.reasons()) {
            json.writeStartObject();
            json.writeStringField("asked", reason.asked());
            json.writeStringField("route", SearchUrl.name(reason.route()));
            json.writeStringField("found", reason.found());
            json.writeStringField("word", reason.word());
            json.writeStringField("field", name(reason.place()));
            PracticeJson.optional(json, "via", reason.via());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missing");
        for (String word : shown.missing()) {
            json.writeString(word);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("raised");
        for (Raise raise : Raise.values()) {
            if (shown.raised().contains(raise)) {
                json.writeString(SearchUrl.name(raise));
            }
        }
        json.writeEndArray();
    }

    /** As the record format names it. */
    static String name(Place place) {
        return place == Place.LOCATION ? "place" : place.name().toLowerCase(Locale.ROOT);
    }
}
