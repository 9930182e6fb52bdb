package org.praxisdatenbank.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses what is sent, for those who take it so. */
final class Gzip {
    private static final Pattern TAKEN =
            Pattern.compile("(?i)(^|,)\\s*gzip\\s*(?!\\s*;\\s*q=0(\\.0{0,3})?\\s*(,|$))(;|,|$)");

    private Gzip() {}

    /** Whether the client says so in {@code Accept-Encoding}; {@code q=0} means that it does not. */
    static boolean isTaken(Context request) {
        @Nullable String encodings = request.header("Accept-Encoding");
        return encodings != null && TAKEN.matcher(encodings).find();
    }

    static byte[] compress(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("compressing in memory", impossible);
        }
        return compressed.toByteArray();
    }
}
