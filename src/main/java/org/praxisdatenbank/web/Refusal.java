package org.praxisdatenbank.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Said;

/**
 * A refusal as it is shown.
 *
 * @param kind last part of the problem's type, and of its keys in the texts
 * @param key of the sentence that says what is wrong
 * @param parameter the parameter at fault, or null
 */
record Refusal(HttpStatus status, String kind, String key, List<?> arguments, @Nullable String parameter) {
    static final Refusal FAILED = new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "failed");
    /** One visitor has asked for more than their share. */
    static final Refusal TOO_MANY = new Refusal(HttpStatus.TOO_MANY_REQUESTS, "too_many");
    /** All visitors together ask for more than can be done. */
    static final Refusal OVERLOADED = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "overloaded");

    private static final Refusal NO_INDEX =
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "not_ready", "problem.not_ready.index", List.of(), null);
    /** What only the database knows cannot be told for the moment. */
    static final Refusal DATABASE_AWAY =
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "not_ready", "problem.not_ready.database", List.of(), null);

    Refusal {
        arguments = List.copyOf(arguments);
    }

    private Refusal(HttpStatus status, String kind, String... arguments) {
        this(status, kind, "problem." + kind + ".detail", List.of(arguments), null);
    }

    static Refusal of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound notFound -> new Refusal(HttpStatus.NOT_FOUND, "not_found");
            case Problem.Gone gone -> new Refusal(HttpStatus.GONE, "gone", date(gone.since()));
            case Problem.Invalid invalid ->
                new Refusal(
                        HttpStatus.BAD_REQUEST, "invalid", invalid.textKey(), invalid.arguments(), invalid.parameter());
            case Problem.Forbidden forbidden ->
                new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.forbidden." + forbidden.why(), List.of(), null);
            case Problem.Unknown unknown -> new Refusal(HttpStatus.UNAUTHORIZED, "unknown");
            case Problem.Conflict conflict ->
                new Refusal(
                        HttpStatus.CONFLICT,
                        "conflict",
                        conflict.why().key(),
                        conflict.why().arguments(),
                        null);
            case Problem.NotReady notReady ->
                switch (notReady.what()) {
                    case "index" -> NO_INDEX;
                    case "database" -> DATABASE_AWAY;
                    default -> of(HttpStatus.SERVICE_UNAVAILABLE.getCode());
                };
        };
    }

    private static String date(LocalDate day) {
        return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** What the server itself refuses, by its status code. */
    static Refusal of(int status) {
        return switch (status) {
            case 403 -> new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.forbidden.role", List.of(), null);
            case 404 -> new Refusal(HttpStatus.NOT_FOUND, "not_found");
            case 405 -> new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "method");
            case 406 -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not_acceptable");
            case 413 -> new Refusal(HttpStatus.CONTENT_TOO_LARGE, "too_large");
            case 503 -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "not_ready");
            default -> status < 500 ? new Refusal(HttpStatus.BAD_REQUEST, "bad_request") : FAILED;
        };
    }

    /** An outage or a bug. */
    static Refusal of(Throwable failure) {
        return Outage.isBehind(failure) ? DATABASE_AWAY : FAILED;
    }

    String title(Texts texts) {
        return texts.get("problem." + kind + ".title");
    }

    String detail(Texts texts) {
        return texts.get(new Said(key, List.copyOf(arguments)));
    }

    /** What to do now, one sentence each. */
    List<String> steps(Texts texts) {
        return texts.get("problem." + kind + ".steps").lines().toList();
    }

    Frame.Head head(Texts texts) {
        return new Frame.Head(title(texts), detail(texts), "/", false);
    }

    /** As problem details (RFC 9457). */
    void write(JsonGenerator json, Texts texts) throws IOException {
        json.writeStartObject();
        writeFields(json, texts);
        json.writeEndObject();
    }

    /** The same within an object that has more to tell. */
    void writeFields(JsonGenerator json, Texts texts) throws IOException {
        json.writeStringField("type", "/api#" + kind.replace('_', '-'));
        json.writeStringField("title", title(texts));
        json.writeNumberField("status", status.getCode());
        json.writeStringField("detail", detail(texts));
        if (parameter != null) {
            json.writeStringField("parameter", parameter);
        }
    }
}
