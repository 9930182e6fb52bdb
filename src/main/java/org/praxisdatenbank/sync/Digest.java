package org.praxisdatenbank.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.praxisdatenbank.index.Proof;

/** Count and SHA-256 of many proofs in their order; for one thread. */
final class Digest {
    private final MessageDigest digest;
    private long count;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    void add(Proof proof) {
        digest.update((proof.id().value() + " " + proof.hash() + "\n").getBytes(StandardCharsets.US_ASCII));
        count++;
    }

    long count() {
        return count;
    }

    /** Ends the counting. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
