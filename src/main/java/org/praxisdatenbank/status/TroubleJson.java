package org.praxisdatenbank.status;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.praxisdatenbank.sync.Trouble;

/** Writes what keeps the index from following the database. */
final class TroubleJson {
    private TroubleJson() {}

    /** The field {@code troubles}, empty where there are none. */
    static void write(JsonGenerator json, List<Trouble> troubles) throws IOException {
        json.writeArrayFieldStart("troubles");
        for (Trouble trouble : troubles) {
            json.writeStartObject();
            json.writeStringField("kind", trouble.kind().id());
            json.writeStringField("since", trouble.since().toString());
            json.writeStringField("detail", trouble.kind().detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
