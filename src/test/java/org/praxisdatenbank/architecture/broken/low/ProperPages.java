package org.praxisdatenbank.architecture.broken.low;

import io.javalin.http.Context;

/** Pages, so Javalin is their business. */
record ProperPages(Context request) {}
