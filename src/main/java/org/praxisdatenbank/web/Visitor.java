package org.praxisdatenbank.web;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Whoever asks, as far as budgets are concerned: an address of version 4, or the first half of one of version 6, as the
 * other half is anybody's own choice. Never logged, never stored.
 *
 * @param network those four or eight bytes
 * @param isSix whether of version 6
 */
record Visitor(long network, boolean isSix) {
    private static final int BYTES_OF_4 = 4;

    static Visitor of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == BYTES_OF_4
                ? new Visitor(bytes.getInt(), false)
                : new Visitor(bytes.getLong(), true);
    }

    @Override
    public String toString() {
        return "a visitor";
    }
}
