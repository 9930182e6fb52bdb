package org.praxisdatenbank.web;

import io.javalin.http.Context;
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
        return new Asset(type, content, type.startsWith("font/") ? null : Gzip.compress(content));
    }

    byte[] content() {
        return content;
    }

    void answer(Context request) {
        request.contentType(type);
        if (compressed != null && Gzip.isTaken(request)) {
            request.header("Content-Encoding", "gzip").result(compressed);
            return;
        }
        // Javalin would compress fonts once more.
        request.minSizeForCompression(Integer.MAX_VALUE).result(content);
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
