package org.praxisdatenbank.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How the identity provider works: addresses, keys, algorithms. It says so itself
 * ({@code .well-known/openid-configuration}); it is asked when the first person wants to go there, never at the start, and
 * anew after the time of the settings. Safe for use by any thread.
 */
final class Discovery {
    /** So long after it has not answered nobody waits for it. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final Wire wire;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    /** Only whoever asks reads and writes it. */
    private Instant silentUntil = Instant.MIN;

    Discovery(OidcSettings settings, Wire wire, InstantSource clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /**
     * What it has said.
     *
     * @param validator looks at signature, issuer, audience, times and nonce of its ID tokens
     * @param until when it holds
     */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    /** What it says now, or has said lately; an exception: it does not answer, or nothing that can be used. */
    Known known() throws IOException {
        @Nullable Known present = current();
        if (present != null) {
            return present;
        }
        asking.lock();
        try {
            present = current();
            return present != null ? present : ask();
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Known current() {
        @Nullable Known present = known;
        return present != null && clock.instant().isBefore(present.until()) ? present : null;
    }

    private Known ask() throws IOException {
        if (clock.instant().isBefore(silentUntil)) {
            throw new IOException("it has not answered a moment ago");
        }
        silentUntil = clock.instant().plus(PAUSE);
        try {
            Known said = said();
            known = said;
            silentUntil = Instant.MIN;
            return said;
        } catch (ParseException e) {
            throw new IOException("how it works cannot be read: " + e.getMessage(), e);
        }
    }

    private Known said() throws IOException, ParseException {
        String address = settings.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration";
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(wire.get(URI.create(address)));
        Issuer issuer = new Issuer(settings.issuer());
        if (!issuer.equals(metadata.getIssuer())) {
            throw new ParseException("it calls itself " + metadata.getIssuer());
        }
        @Nullable URI keys = metadata.getJWKSetURI();
        if (keys == null
                || !isDoor(metadata.getAuthorizationEndpointURI())
                || !isDoor(metadata.getTokenEndpointURI())) {
            throw new ParseException("an address is missing, or is not https");
        }
        return new Known(
                metadata,
                validator(issuer, metadata, keys),
                clock.instant().plus(settings.bounds().keep()));
    }

    private boolean isDoor(@Nullable URI address) {
        return address != null && settings.isSafe(address);
    }

    private IDTokenValidator validator(Issuer issuer, OIDCProviderMetadata metadata, URI keys) throws IOException {
        // asked in the background, keys would be asked for when nobody signs in
        JWKSource<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(keys.toURL(), wire)
                .refreshAheadCache(false)
                .build();
        return new IDTokenValidator(
                issuer,
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(algorithms(metadata), source),
                null);
    }

    /** Signatures with a pair of keys only, never by a shared secret or none. */
    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        if (metadata.getIDTokenJWSAlgs() != null) {
            algorithms.retainAll(metadata.getIDTokenJWSAlgs());
        }
        return algorithms;
    }
}
