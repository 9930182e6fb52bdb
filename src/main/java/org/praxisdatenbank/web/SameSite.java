package org.praxisdatenbank.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;

/**
 * Lets nobody else's pages change anything here: what changes something must come from our own pages, as browsers tell in
 * {@code Sec-Fetch-Site} and {@code Origin}. Programs, which send neither, have no cookie that could be misused; where
 * there is one all the same, they are refused.
 */
final class SameSite {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final @Nullable String publicUrl;

    /** @param publicUrl see {@link WebSettings#publicUrl()} */
    SameSite(@Nullable String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Raises {@link Problem.Forbidden} for what another site has caused. */
    void check(Context request) {
        if (!SAFE.contains(request.req().getMethod()) && !isOurs(request)) {
            throw new Problem.Forbidden("other_site").raise();
        }
    }

    private boolean isOurs(Context request) {
        @Nullable String site = request.header("Sec-Fetch-Site");
        @Nullable String origin = request.header("Origin");
        if (site != null && !OURS.contains(site)) {
            return false;
        }
        if (origin == null) {
            return site != null || request.header("Cookie") == null;
        }
        return origin.equals(publicUrl) || authority(origin).equals(request.header("Host"));
    }

    /** Scheme apart, which a proxy may have changed on the way. */
    private static String authority(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
