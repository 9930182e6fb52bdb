package org.praxisdatenbank.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A feature's addresses. */
public interface Routes {

    /** Called once, while the server is put together. */
    void addTo(JavalinDefaultRoutingApi server);
}
