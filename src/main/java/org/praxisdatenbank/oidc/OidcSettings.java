package org.praxisdatenbank.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which identity provider people may sign in by, and how it is asked.
 *
 * @param issuer the address by which it calls itself; https, or on this machine
 * @param clientId what it calls us
 * @param clientSecret by which it knows us; null: we have none (a public client)
 * @param name what people call it
 * @param scopes what we ask for; {@code openid} among them
 * @param bounds of what it is asked
 */
public record OidcSettings(
        URI issuer, String clientId, @Nullable String clientSecret, String name, List<String> scopes, Bounds bounds) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public OidcSettings {
        scopes = List.copyOf(scopes);
    }

    /**
     * How long and how much.
     *
     * @param keep after so long it is asked anew how it works
     * @param patience longest time for one answer, from the connection to its last byte
     * @param mostBytes of the body of one answer
     */
    public record Bounds(Duration keep, Duration patience, int mostBytes) {}

    /** Whether an issuer can be trusted to be itself: by https, or without leaving this machine. */
    public static boolean isSafeIssuer(URI issuer) {
        return isEncrypted(issuer) || isOnThisMachine(issuer);
    }

    /** Whether nobody can read or change on the way what is sent there; plain HTTP only where the issuer has no more. */
    boolean isSafe(URI address) {
        return isEncrypted(address) || (isOnThisMachine(issuer) && isOnThisMachine(address));
    }

    private static boolean isEncrypted(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }

    private static boolean isOnThisMachine(URI address) {
        @Nullable String host = address.getHost();
        return "http".equals(address.getScheme()) && host != null && THIS_MACHINE.contains(host);
    }

    /** Whether it is meant for trying out: such an issuer is reached from this machine only. */
    public boolean isForTrying() {
        return isOnThisMachine(issuer);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + " (" + issuer + ", " + clientId + ")";
    }
}
