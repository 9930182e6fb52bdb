package org.praxisdatenbank.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers their ETag and saves sending what the client has. The tags are weak: one stands for the answer as it
 * is and compressed (RFC 9110, 8.8.1); Javalin's own would be strong and the same for both.
 */
final class Validators implements Handler {
    private static final int TAG_BYTES = 12;

    @Override
    public void handle(Context request) throws IOException {
        @Nullable InputStream body = request.resultInputStream();
        if (!request.method().name().equals("GET")
                || request.statusCode() != HttpStatus.OK.getCode()
                || !(body instanceof ByteArrayInputStream)
                || "no-store".equals(request.res().getHeader("Cache-Control"))) {
            return;
        }
        String tag = tag(request, body);
        request.header("ETag", tag);
        @Nullable String known = request.header("If-None-Match");
        if (known != null && matches(known, tag)) {
            request.status(HttpStatus.NOT_MODIFIED).result(new byte[0]);
            request.res().setContentType(null);
            request.res().setHeader("Content-Encoding", null);
            request.res().setHeader("Content-Length", null);
        }
    }

    private static String tag(Context request, InputStream body) throws IOException {
        @Nullable String given = request.res().getHeader("ETag");
        if (given != null) {
            return given;
        }
        byte[] bytes = body.readAllBytes();
        body.reset();
        return tag(bytes);
    }

    /** Stands for these bytes, and for their compressed form. */
    static String tag(byte[] bytes) {
        return weak(HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes), 0, TAG_BYTES));
    }

    static String weak(String value) {
        return "W/\"" + value + "\"";
    }

    /** Weak comparison: whether a tag is marked weak does not count. */
    private static boolean matches(String known, String tag) {
        return known.strip().equals("*")
                || Arrays.stream(known.split(",")).anyMatch(one -> opaque(one).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        String stripped = tag.strip();
        return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
    }
}
