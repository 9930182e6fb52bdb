package org.praxisdatenbank.web;

import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Refusals that are made once, at the start: when there is too much to do, saying so must cost next to nothing. Immutable. */
final class ReadyRefusals {
    private final Map<Key, byte[]> bodies = new HashMap<>();
    private final SecurityHeaders headers;

    /** @param language of a page; empty: for programs */
    private record Key(HttpStatus status, String language) {}

    ReadyRefusals(PageKit pages, SecurityHeaders headers) {
        this.headers = headers;
        for (Refusal refusal : List.of(Refusal.TOO_MANY, Refusal.OVERLOADED)) {
            Texts english = pages.texts(Locale.ENGLISH);
            bodies.put(new Key(refusal.status(), ""), Json.bytes(json -> refusal.write(json, english)));
            for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                bodies.put(new Key(refusal.status(), language.getLanguage()), page(pages, language, refusal));
            }
        }
    }

    private static byte[] page(PageKit pages, Locale language, Refusal refusal) {
        return pages.html(
                "web/problem", ProblemPage.of(refusal, pages.frame(language, refusal.head(pages.texts(language)))));
    }

    void answer(HttpServletRequest request, HttpServletResponse answer, HttpStatus status, long retryAfterSeconds)
            throws IOException {
        String path = request.getRequestURI();
        boolean isForPrograms = Problems.isForPrograms(path);
        headers.addTo(answer);
        if (isForPrograms) {
            answer.setHeader("Access-Control-Allow-Origin", "*");
            answer.setHeader("Access-Control-Expose-Headers", Gate.EXPOSED);
        }
        answer.setStatus(status.getCode());
        answer.setHeader("Retry-After", String.valueOf(retryAfterSeconds));
        answer.setHeader("Cache-Control", "no-store");
        answer.setContentType(isForPrograms ? Json.PROBLEM : "text/html; charset=utf-8");
        byte[] body = Objects.requireNonNull(bodies.get(
                new Key(status, isForPrograms ? "" : PageKit.language(path).getLanguage())));
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
