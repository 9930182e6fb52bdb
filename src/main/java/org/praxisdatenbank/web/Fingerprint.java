package org.praxisdatenbank.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names contents by what they are. */
final class Fingerprint {
    private Fingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
