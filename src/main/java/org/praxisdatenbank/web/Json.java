package org.praxisdatenbank.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON answers, without a tree in between. */
public final class Json {
    /** Media type of problem details (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes one value. */
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** Answers with what the writer writes; browsers ask each time whether it still holds. */
    public static void answer(Context request, Writer writer) {
        answer(request, "application/json", writer);
    }

    /** The same with another media type than {@code application/json}. */
    public static void answer(Context request, String contentType, Writer writer) {
        answer(request, contentType, bytes(writer));
    }

    /** Answers with a document that is there already, in UTF-8. */
    public static void answer(Context request, byte[] document) {
        answer(request, "application/json", document);
    }

    private static void answer(Context request, String contentType, byte[] document) {
        request.header("Cache-Control", "no-cache").contentType(contentType).result(document);
    }

    /** What the writer writes, in UTF-8. */
    public static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON", e);
        }
        return bytes.toByteArray();
    }
}
