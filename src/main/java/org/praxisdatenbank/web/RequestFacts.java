package org.praxisdatenbank.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What measurements may know of a request: nothing that a visitor typed. */
public final class RequestFacts {
    private static final String BEGUN = "begun";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private RequestFacts() {}

    static void begin(Context request) {
        request.attribute(BEGUN, System.nanoTime());
    }

    /** How long the request has been worked on. */
    public static Duration age(Context request) {
        @Nullable Long begun = request.attribute(BEGUN);
        return begun == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Tells visitors apart while the server runs, never to be stored or logged; null: somebody on this machine. */
    public static @Nullable String visitor(Context request) {
        @Nullable Visitor visitor = request.attribute(FairUse.VISITOR);
        return visitor == null ? null : visitor.network() + " " + visitor.isSix();
    }

    /** The network that a visitor comes from, shortened so far that it is no single line; "local": this machine. */
    public static String network(Context request) {
        @Nullable Visitor visitor = request.attribute(FairUse.VISITOR);
        return visitor == null ? "local" : visitor.shortened();
    }

    /** Whether nobody wants the body: such a request is answered as GET, and its body left out. */
    public static boolean isHead(Context request) {
        return request.req().getAttribute(HeadAsGet.IS_HEAD) != null;
    }

    /** The template of the route, {@code /angebote/{id}}; {@code none} where no route took the request. */
    public static String route(Context request) {
        @Nullable Endpoint endpoint = request.endpoints().lastHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }

    /** The method; {@code OTHER} for one that nobody has heard of. HEAD counts as the GET it is answered as. */
    public static String method(Context request) {
        String method = request.req().getMethod();
        return METHODS.contains(method) ? method : "OTHER";
    }
}
