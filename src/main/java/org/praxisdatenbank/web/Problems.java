package org.praxisdatenbank.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every refusal: programs get problem details (RFC 9457) in English, people a page that says what to do. Handlers
 * do not catch.
 */
final class Problems implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final PageKit pages;
    private final Texts english;

    Problems(PageKit pages) {
        this.pages = pages;
        this.english = pages.texts(Locale.ENGLISH);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        server.exception(
                ProblemException.class, (exception, request) -> answer(request, Refusal.of(exception.problem())));
        server.exception(HttpResponseException.class, this::answer);
        server.exception(Exception.class, this::failed);
        server.error(HttpStatus.INTERNAL_SERVER_ERROR, this::answerEmpty);
    }

    private void answer(HttpResponseException exception, Context request) {
        if (exception instanceof MethodNotAllowedResponse notAllowed) {
            request.header("Allow", allowed(notAllowed));
            if (request.req().getMethod().equals("OPTIONS")) {
                request.status(HttpStatus.NO_CONTENT);
                return;
            }
        }
        answer(request, Refusal.of(exception.getStatus()));
    }

    private static String allowed(MethodNotAllowedResponse refusal) {
        Set<String> methods = new LinkedHashSet<>();
        refusal.getDetails().values().forEach(value -> methods.addAll(List.of(value.split(", "))));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** What is no exception but an error (no memory, no stack) Javalin logs, and leaves the answer empty. */
    private void answerEmpty(Context request) {
        if (request.resultInputStream() == null) {
            answer(request, Refusal.FAILED);
        }
    }

    private void failed(Throwable failure, Context request) {
        String route = RequestFacts.route(request); // the path of a link in a letter is a secret
        if (Outage.isBehind(failure)) {
            LOG.debug("answering {} {}", request.method(), route, failure); // whoever follows has said it
        } else {
            LOG.error("answering {} {}", request.method(), route, failure);
        }
        answer(request, Refusal.of(failure));
    }

    private void answer(Context request, Refusal refusal) {
        request.status(refusal.status()).header("Cache-Control", "no-store");
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            request.header("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
        }
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            request.header("WWW-Authenticate", "Bearer realm=\"praxisdatenbank\"");
        }
        if (isForPrograms(request.path())) {
            answerProgram(request, refusal);
            return;
        }
        Frame frame = pages.frame(request, refusal.head(pages.texts(request)));
        pages.show(request, "web/problem", ProblemPage.of(refusal, frame));
        request.header("Cache-Control", "no-store");
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/health/") || path.equals("/metrics");
    }

    private void answerProgram(Context request, Refusal refusal) {
        Json.answer(request, Json.PROBLEM, json -> refusal.write(json, english));
        request.header("Cache-Control", "no-store");
    }
}
