/** The kit around Javalin and jte: server, page frame, texts, static files, and the one place that answers refusals. */
@NullMarked
package org.praxisdatenbank.web;

import org.jspecify.annotations.NullMarked;
