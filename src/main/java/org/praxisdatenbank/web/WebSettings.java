package org.praxisdatenbank.web;

import org.jspecify.annotations.Nullable;

/**
 * How the server is reached, and its limits.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param publicUrl scheme, host and port under which visitors know the server, without a slash at its end; null: what
 *     each request names
 * @param maxBodyBytes bytes of a request's body
 * @param load how much is worked on at the same time, for all visitors together
 * @param allowance how much each visitor may ask for
 */
public record WebSettings(
        String host, int port, @Nullable String publicUrl, long maxBodyBytes, Load load, Allowance allowance) {

    /**
     * How much is worked on at the same time; what comes on top is refused at once, so that the rest is answered.
     *
     * @param connections open connections; further ones wait in the operating system
     * @param requests requests from their first line to the last byte of the answer
     * @param searches requests that search, while they compute
     * @param searchWaitMillis longest wait of a search for its turn
     */
    public record Load(int connections, int requests, int searches, int searchWaitMillis) {
        public Load {
            if (connections < 1 || requests < 1 || searches < 1 || searchWaitMillis < 0) {
                throw new IllegalArgumentException("something must be allowed");
            }
        }
    }

    /**
     * How much one visitor may ask for, in the tokens of {@link Cost}.
     *
     * @param tokens most that can be spent at once; 0: as much as anybody likes
     * @param backASecond how many come back each second
     * @param proxies whose word is taken for who a visitor is
     */
    public record Allowance(int tokens, int backASecond, TrustedProxies proxies) {
        public static final Allowance UNLIMITED = new Allowance(0, 1, TrustedProxies.NONE);

        public Allowance {
            if (tokens < 0 || backASecond < 1) {
                throw new IllegalArgumentException("tokens cannot be negative, and must come back");
            }
        }
    }
}
