package org.praxisdatenbank.web;

import org.jspecify.annotations.Nullable;

/**
 * How the server is reached, and its limits.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param publicUrl scheme, host and port under which visitors know the server, without a slash at its end; null: what
 *     each request names
 * @param maxRequests requests worked on at the same time
 * @param maxBodyBytes bytes of a request's body
 */
public record WebSettings(String host, int port, @Nullable String publicUrl, int maxRequests, long maxBodyBytes) {}
