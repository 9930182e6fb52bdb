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

    /** So short that it is no single line: 192.0.2.0, 2001:db8:1::. */
    String shortened() {
        if (isSix) {
            return "%x:%x:%x::"
                    .formatted((network >>> 48) & 0xFFFF, (network >>> 32) & 0xFFFF, (network >>> 16) & 0xFFFF);
        }
        return "%d.%d.%d.0".formatted((network >>> 24) & 0xFF, (network >>> 16) & 0xFF, (network >>> 8) & 0xFF);
    }

    @Override
    public String toString() {
        return "a visitor";
    }
}
