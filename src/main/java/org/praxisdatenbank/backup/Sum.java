package org.praxisdatenbank.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts rows and sums them up as they stand in a file, a line each. For one thread. */
final class Sum {
    private final MessageDigest digest = sha256Digest();
    private long rows;

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the line's bytes, its end included. */
    byte[] add(String row) {
        byte[] line = (row + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(line);
        rows++;
        return line;
    }

    long rows() {
        return rows;
    }

    /** In hexadecimal digits; ends the summing. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
