package org.praxisdatenbank.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** Headers that let browsers load nothing but our own files, and tell nobody where a visitor comes from. */
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

    private SecurityHeaders() {}

    static void add(Context answer) {
        HEADERS.forEach(answer::header);
    }

    static void add(HttpFields.Mutable answer) {
        HEADERS.forEach(answer::put);
    }

    static void addTo(HttpServletResponse answer) {
        HEADERS.forEach(answer::setHeader);
    }
}
