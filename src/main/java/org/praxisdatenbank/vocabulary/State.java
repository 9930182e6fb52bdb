package org.praxisdatenbank.vocabulary;

/**
 * One of the sixteen states.
 *
 * @param path last part of its page's address, {@code bayern}
 */
public record State(Term term, String path) {}
