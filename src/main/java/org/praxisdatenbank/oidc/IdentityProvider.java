package org.praxisdatenbank.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Identity;
import org.praxisdatenbank.oidc.Visit.Proofs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The identity provider of the settings, in the code flow with PKCE. Safe for use by any thread. */
public final class IdentityProvider implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    /** Who waits for it keeps others from their turn. */
    private static final int AT_A_TIME = 8;

    private final OidcSettings settings;
    private final Wire wire;
    private final Discovery discovery;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    /** Asks nobody yet. */
    public IdentityProvider(OidcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.wire = new Wire(settings);
        this.discovery = new Discovery(settings, wire, clock);
    }

    /** What it says of somebody who comes back. */
    sealed interface Told {
        /** Who they are. */
        record Named(Identity identity) implements Told {}

        /** Nothing that holds; why stands in the log. */
        record Nothing() implements Told {}

        /** It does not answer. */
        record Away() implements Told {}
    }

    /** What people call it. */
    String name() {
        return settings.name();
    }

    /** The address by which it calls itself. */
    String issuer() {
        return settings.issuer().toString();
    }

    /**
     * Where somebody is sent; empty: it does not answer.
     *
     * @param back where it sends them afterwards
     */
    Optional<URI> door(Proofs proofs, URI back) {
        try {
            URI door = discovery.known().metadata().getAuthorizationEndpointURI();
            return Optional.of(new AuthenticationRequest.Builder(
                            new ResponseType(ResponseType.Value.CODE),
                            new Scope(settings.scopes().toArray(String[]::new)),
                            new ClientID(settings.clientId()),
                            back)
                    .endpointURI(door)
                    .state(new State(proofs.state()))
                    .nonce(new Nonce(proofs.nonce()))
                    .codeChallenge(new CodeVerifier(proofs.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI());
        } catch (IOException e) {
            LOG.warn("the identity provider cannot be asked: {}", cause(e));
            return Optional.empty();
        }
    }

    /**
     * Who somebody is, by the code that they have brought.
     *
     * @param back as it was when they were sent
     */
    Told identify(String code, Proofs proofs, URI back) {
        if (!turns.tryAcquire()) {
            return new Told.Away();
        }
        try {
            return new Told.Named(identity(discovery.known(), code, proofs, back));
        } catch (IOException | RemoteKeySourceException e) {
            LOG.warn("the identity provider cannot be asked: {}", cause(e));
            return new Told.Away();
        } catch (BadJOSEException | JOSEException | GeneralException e) {
            LOG.warn("what the identity provider says does not hold: {}", cause(e));
            return new Told.Nothing();
        } finally {
            turns.release();
        }
    }

    /** The reason in the library's words, in one line; it names claims and addresses of the provider, no person. */
    private static String cause(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    }

    private Identity identity(Discovery.Known known, String code, Proofs proofs, URI back)
            throws IOException, GeneralException, BadJOSEException, JOSEException {
        OIDCTokenResponse tokens = tokens(known.metadata(), code, proofs, back);
        IDTokenClaimsSet claims =
                known.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(proofs.nonce()));
        UserInfo told = new UserInfo(claims.toJSONObject());
        @Nullable URI more = known.metadata().getUserInfoEndpointURI();
        if (told.getEmailAddress() == null && more != null) {
            told = userInfo(more, tokens.getOIDCTokens().getAccessToken());
        }
        String subject = claims.getSubject().getValue();
        if (!told.getSubject().getValue().equals(subject)) {
            throw new GeneralException("the user info is somebody else's");
        }
        return new Identity(
                issuer(), subject, Boolean.TRUE.equals(told.getEmailVerified()) ? told.getEmailAddress() : null);
    }

    private OIDCTokenResponse tokens(OIDCProviderMetadata metadata, String code, Proofs proofs, URI back)
            throws IOException, GeneralException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(proofs.verifier()));
        URI door = Objects.requireNonNull(metadata.getTokenEndpointURI());
        ClientID id = new ClientID(settings.clientId());
        @Nullable ClientAuthentication ourselves = ourselves(id, metadata);
        TokenRequest.Builder request = ourselves == null
                ? new TokenRequest.Builder(door, id, grant)
                : new TokenRequest.Builder(door, ourselves, grant);
        TokenResponse answer =
                OIDCTokenResponseParser.parse(request.build().toHTTPRequest().send(wire));
        if (answer instanceof OIDCTokenResponse tokens) {
            return tokens;
        }
        throw new GeneralException("the code is refused: "
                + answer.toErrorResponse().getErrorObject().getCode());
    }

    private @Nullable ClientAuthentication ourselves(ClientID id, OIDCProviderMetadata metadata) {
        @Nullable String secret = settings.clientSecret();
        if (secret == null) {
            return null;
        }
        @Nullable List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean isBasic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return isBasic ? new ClientSecretBasic(id, new Secret(secret)) : new ClientSecretPost(id, new Secret(secret));
    }

    private UserInfo userInfo(URI door, AccessToken token) throws IOException, GeneralException {
        UserInfoResponse answer = UserInfoResponse.parse(
                new UserInfoRequest(door, token).toHTTPRequest().send(wire));
        @Nullable
        UserInfo told = answer.indicatesSuccess() ? answer.toSuccessResponse().getUserInfo() : null;
        if (told == null) {
            throw new GeneralException("the user info is refused, or cannot be read");
        }
        return told;
    }

    @Override
    public void close() {
        wire.close();
    }
}
