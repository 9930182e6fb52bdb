package org.praxisdatenbank.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotAcceptableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to every request before its route: headers of all answers, and the refusals that need no route. */
final class Gate implements Handler {
    /** What scripts of other origins may read. */
    static final String EXPOSED = "Content-Disposition, ETag, Retry-After, Server-Timing, X-Total-Count";

    /** The one address that answers with events; it takes no turn of other requests, see {@link Cost}. */
    static final String EVENTS = "/api/v1/index/progress";

    /** The addresses that take large files, of people who are signed in or their programs; they bound them themselves. */
    private static final Set<String> UPLOADS =
            Set.of("/verwaltung/import", PageKit.ENGLISH + "/verwaltung/import", "/api/v1/admin/imports");

    /** What below the API is for programs with an access token. */
    private static final String WITH_TOKEN = "/api/v1/admin/";

    /** The one address of the API that answers with lines of JSON and is no export of practices. */
    private static final String LINES = "/api/v1/admin/audit.jsonl";

    private final long maxBodyBytes;
    private final SameSite site;
    private final SecurityHeaders headers;

    Gate(WebSettings settings, SecurityHeaders headers) {
        this.maxBodyBytes = settings.maxBodyBytes();
        this.site = new SameSite(settings.publicUrl());
        this.headers = headers;
    }

    @Override
    public void handle(Context request) {
        RequestFacts.begin(request);
        headers.add(request);
        request.header("Vary", "Accept-Encoding");
        if (request.path().startsWith("/api/") && !request.path().startsWith(WITH_TOKEN)) {
            openToOtherOrigins(request);
        }
        if (request.contentLength() > maxBodyBytes && !UPLOADS.contains(request.path())) {
            throw new ContentTooLargeResponse();
        }
        if (request.path().startsWith("/api/") && !isTaken(request)) {
            throw new NotAcceptableResponse();
        }
        site.check(request);
    }

    private static boolean isTaken(Context request) {
        if (request.path().equals(EVENTS)) {
            return accept(request).allowsEvents();
        }
        Optional<DownloadType> file = request.path().equals(LINES)
                ? Optional.of(DownloadType.JSON_LINES)
                : DownloadType.ofPath(request.path());
        return file.map(type -> accept(request).allows(type.mediaType()))
                .orElseGet(() -> accept(request).allowsJson());
    }

    /** Scripts of any origin may read the public data; without credentials, for there are none. */
    private static void openToOtherOrigins(Context request) {
        request.header("Access-Control-Allow-Origin", "*").header("Access-Control-Expose-Headers", EXPOSED);
        if (request.header("Access-Control-Request-Method") != null) {
            request.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                    .header("Access-Control-Allow-Headers", "Accept, If-None-Match, Prefer")
                    .header("Access-Control-Max-Age", "86400");
        }
    }

    private static AcceptHeader accept(Context request) {
        List<String> lines = Collections.list(request.req().getHeaders("Accept"));
        return AcceptHeader.parse(String.join(",", lines));
    }
}
