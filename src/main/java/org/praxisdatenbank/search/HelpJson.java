package org.praxisdatenbank.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.praxisdatenbank.query.Correction;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Help.WordFound;
import org.praxisdatenbank.query.Results;

/** Writes what may help a search that found nothing or little, as fields of its answer. */
final class HelpJson {
    private HelpJson() {}

    /** Nothing at all where there is no help. */
    static void write(JsonGenerator json, Results results, Help help) throws IOException {
        if (help.correction().isPresent()) {
            Correction correction = help.correction().get();
            json.writeObjectFieldStart("corrected");
            json.writeStringField("q", correction.text());
            json.writeNumberField("total", correction.total());
            json.writeEndObject();
        }
        if (results.total() == 0 && !help.words().isEmpty()) {
            json.writeArrayFieldStart("words");
            for (WordFound word : help.words()) {
                json.writeStartObject();
                json.writeStringField("text", word.text());
                json.writeNumberField("total", word.total());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
