package org.praxisdatenbank.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Headers that let browsers load nothing but our own files, and tell nobody where a visitor comes from. On every answer,
 * also where something is refused before any route sees it. Immutable.
 */
final class SecurityHeaders {
    /** KERN draws its icons from data addresses in its style sheet, hence {@code data:} for images. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    private final Map<String, String> headers;

    /** Where the operator has said that visitors come over encrypted lines, browsers remember it for a year. */
    SecurityHeaders(@Nullable String publicUrl) {
        Map<String, String> all = new HashMap<>(HEADERS);
        if (publicUrl != null && publicUrl.startsWith("https:")) {
            all.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        headers = Map.copyOf(all);
    }

    void add(Context answer) {
        headers.forEach(answer::header);
    }

    void add(HttpFields.Mutable answer) {
        headers.forEach(answer::put);
    }

    void addTo(HttpServletResponse answer) {
        headers.forEach(answer::setHeader);
    }
}
