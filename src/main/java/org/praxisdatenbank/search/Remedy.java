package org.praxisdatenbank.search;

/**
 * Another search that finds something where this one finds nothing, or not all of its words.
 *
 * @param count how many practices it finds; at least one
 */
public record Remedy(String text, String link, long count) {}
