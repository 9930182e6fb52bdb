package org.praxisdatenbank.selfcheck;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.praxisdatenbank.web.Json;

/**
 * The answers as a file that people keep themselves and open again.
 *
 * <pre>{@code
 * {"format": "praxisdatenbank-selfcheck", "version": 1, "saved": "2026-11-22", "name": "Kita in Bewegung",
 *  "answers": [{"id": "partizipation", "answer": "level", "level": 3, "evidence": "…"},
 *              {"id": "konzeption", "answer": "not_begun"}]}
 * }</pre>
 *
 * <p>{@code answer} is {@code level}, {@code not_begun}, {@code not_applicable} or {@code open}; criteria of which
 * nothing was said are left out. {@link AnswerFileReader} reads it.
 */
final class AnswerFile {
    static final String FORMAT = "praxisdatenbank-selfcheck";
    static final int VERSION = 1;
    static final String LEVEL = "level";
    static final String OPEN = "open";

    private AnswerFile() {}

    /** In UTF-8. */
    static byte[] write(SelfCheck check, LocalDate saved) {
        return Json.bytes(json -> write(json, check, saved));
    }

    private static void write(JsonGenerator json, SelfCheck check, LocalDate saved) throws IOException {
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeStringField("saved", saved.toString());
        json.writeStringField("name", check.name());
        json.writeArrayFieldStart("answers");
        for (Answer answer : check.answers()) {
            if (answer.isGiven() || !answer.evidence().isEmpty()) {
                write(json, answer);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", answer.id());
        json.writeStringField("answer", word(answer.stage()));
        if (answer.stage() instanceof Stage.Reached reached) {
            json.writeNumberField(LEVEL, reached.level());
        }
        if (!answer.evidence().isEmpty()) {
            json.writeStringField("evidence", answer.evidence());
        }
        json.writeEndObject();
    }

    private static String word(Stage stage) {
        return switch (stage) {
            case Stage.Open open -> OPEN;
            case Stage.Reached reached -> LEVEL;
            case Stage.NotBegun notBegun -> notBegun.code();
            case Stage.NotApplicable notApplicable -> notApplicable.code();
        };
    }
}
