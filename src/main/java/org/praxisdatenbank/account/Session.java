package org.praxisdatenbank.account;

import java.time.Instant;

/**
 * One of somebody's own sessions.
 *
 * @param name its stored hash in hexadecimal digits, with which nobody can sign in
 * @param device see {@link Device}
 * @param isThis whether the request comes from it
 */
public record Session(String name, String device, Instant begun, Instant seen, boolean isThis) {}
