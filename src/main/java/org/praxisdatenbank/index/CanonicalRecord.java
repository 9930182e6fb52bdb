package org.praxisdatenbank.index;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.practice.PracticeJsonReader;
import org.praxisdatenbank.practice.StoredPractice;

/**
 * A practice as the index keeps it, whole: the canonical record that its proof is made of, its version, and when it was
 * entered and last changed. Immutable.
 */
final class CanonicalRecord {
    /** Version, created, updated. */
    private static final int HEAD = 3 * Long.BYTES;

    private final byte[] bytes;
    private final Proof proof;

    private CanonicalRecord(PracticeId id, byte[] bytes) {
        this.bytes = bytes;
        this.proof = new Proof(
                id,
                Proof.hash(
                        ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD),
                        ByteBuffer.wrap(bytes).getLong()));
    }

    static CanonicalRecord of(StoredPractice practice) {
        byte[] json = PracticeJson.bytes(practice.practice());
        byte[] bytes = ByteBuffer.allocate(HEAD + json.length)
                .putLong(practice.version())
                .putLong(micros(practice.created()))
                .putLong(micros(practice.updated()))
                .put(json)
                .array();
        return new CanonicalRecord(practice.id(), bytes);
    }

    /** @param stored what {@link #bytes} gave */
    static CanonicalRecord read(PracticeId id, BytesRef stored) {
        if (stored.length < HEAD) {
            throw new IllegalStateException("the record of " + id.value() + " in the index is cut off");
        }
        return new CanonicalRecord(id, Arrays.copyOfRange(stored.bytes, stored.offset, stored.offset + stored.length));
    }

    /** Not to be changed. */
    BytesRef bytes() {
        return new BytesRef(bytes);
    }

    Proof proof() {
        return proof;
    }

    /** As it stands in the database; only to be asked of a record that hashes to its proof. */
    StoredPractice practice() {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        return new StoredPractice(
                PracticeJsonReader.read(Arrays.copyOfRange(bytes, HEAD, bytes.length)),
                head.getLong(),
                instant(head.getLong()),
                instant(head.getLong()));
    }

    /** The database knows no more than microseconds. */
    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
