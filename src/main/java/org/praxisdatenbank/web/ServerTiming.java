package org.praxisdatenbank.web;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Tells where the time of an answer went, to whoever asks with the request header {@code Prefer: timing} (RFC 7240). */
public final class ServerTiming {
    private static final String PREFERENCE = "timing";

    private ServerTiming() {}

    /** Tells these parts, in their order. */
    public static void tell(Context request, Map<String, Duration> parts) {
        boolean isWanted = Collections.list(request.req().getHeaders("Prefer")).stream()
                .flatMap(line -> Stream.of(line.split("[,;]")))
                .anyMatch(preference -> preference.strip().equalsIgnoreCase(PREFERENCE));
        if (isWanted) {
            request.header("Preference-Applied", PREFERENCE)
                    .header(
                            "Server-Timing",
                            parts.entrySet().stream()
                                    .map(part -> part.getKey() + ";dur=" + millis(part.getValue()))
                                    .collect(joining(", ")));
        }
    }

    /** {@code 12.34} */
    public static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e6);
    }
}
