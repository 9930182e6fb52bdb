package org.praxisdatenbank.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.Routes;

/** One practice in the record format, with what the database adds. */
public final class PracticeApi implements Routes {
    private static final String BASE = "/api/v1/practices/";

    private final PublishedPractices practices;

    public PracticeApi(PublishedPractices practices) {
        this.practices = practices;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.get(BASE + "{id}", this::answer);
    }

    /** The address of one practice in the record format. */
    public static String path(PracticeId id) {
        return BASE + id.value();
    }

    private void answer(Context request) {
        StoredPractice practice = practices.get(PracticePages.id(request));
        Json.answer(request, json -> write(json, practice));
    }

    private static void write(JsonGenerator json, StoredPractice practice) throws IOException {
        json.writeStartObject();
        PracticeJson.writeFields(json, practice.practice());
        json.writeStringField("updated", practice.updated().toString());
        json.writeNumberField("version", practice.version());
        json.writeStringField("url", PracticePages.path(practice.id()));
        json.writeEndObject();
    }
}
