package org.praxisdatenbank.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A secret of 256 random bits that proves who has it: in a cookie or in a link. Only its hash is stored; as nobody can
 * guess it, a plain SHA-256 is enough.
 */
public final class Token {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;

    private Token(byte[] secret) {
        this.secret = secret;
    }

    public static Token create() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Token(secret);
    }

    /** Empty: no token looks like that. */
    public static Optional<Token> parse(String text) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(text);
            return secret.length == BYTES ? Optional.of(new Token(secret)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** 43 characters that need no escaping in an address. */
    public String text() {
        return TEXT.encodeToString(secret);
    }

    /** What is stored: 32 bytes. */
    public byte[] hash() {
        return digest(new byte[0]);
    }

    /** Another secret for the same holder, from which this one cannot be told. */
    public String derive(String purpose) {
        return TEXT.encodeToString(digest(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] digest(byte[] purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose);
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never itself: it could get into a log. */
    @Override
    public String toString() {
        return "a token";
    }
}
