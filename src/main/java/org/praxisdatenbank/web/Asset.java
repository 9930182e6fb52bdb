package org.praxisdatenbank.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One static file; its arrays are never changed. */
final class Asset {
    private final String type;
    private final byte[] content;
    private final byte @Nullable [] compressed;

    private Asset(String type, byte[] content, byte @Nullable [] compressed) {
        this.type = type;
        this.content = content;
        this.compressed = compressed;
    }

    static Asset of(String name, byte[] content) {
        String type = type(name);
        return new Asset(type, content, type.startsWith("font/") ? null : gzip(content));
    }

    byte[] content() {
        return content;
    }

    void answer(Context request) {
        request.contentType(type);
        if (compressed != null && takesGzip(request)) {
            request.header("Content-Encoding", "gzip").result(compressed);
            return;
        }
        // Javalin would compress fonts once more.
        request.minSizeForCompression(Integer.MAX_VALUE).result(content);
    }

    private static boolean takesGzip(Context request) {
        @Nullable String encodings = request.header("Accept-Encoding");
        return encodings != null && encodings.toLowerCase(Locale.ROOT).matches("(.*,)?\\s*gzip\\s*(,.*)?");
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("compressing in memory", impossible);
        }
        return compressed.toByteArray();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "md", "txt" -> "text/plain; charset=utf-8";
            case "json" -> "application/json";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }
}
