package org.praxisdatenbank.index;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.practice.StoredPractice;

/**
 * What a record is known by: two places that give the same proof hold the same record.
 *
 * @param hash SHA-256, in hexadecimal, of the canonical record followed by its version
 */
public record Proof(PracticeId id, String hash) {

    public static Proof of(StoredPractice practice) {
        byte[] record = PracticeJson.bytes(practice.practice());
        return new Proof(practice.id(), hash(ByteBuffer.wrap(record), practice.version()));
    }

    static String hash(ByteBuffer record, long version) {
        MessageDigest sha = sha256();
        sha.update(record);
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(version).array());
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
