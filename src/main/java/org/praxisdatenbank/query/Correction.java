package org.praxisdatenbank.query;

/**
 * Another spelling of a whole query. It is offered and never searched by itself.
 *
 * @param text the query text with the other spelling
 * @param total how many practices it finds, with the same filters and the same way to match; at least one
 */
public record Correction(String text, long total) {}
