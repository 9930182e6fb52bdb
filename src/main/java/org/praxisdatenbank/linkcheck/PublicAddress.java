package org.praxisdatenbank.linkcheck;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses are on the public internet (RFC 6890): nobody shall make the server ask its own network by entering a
 * website.
 */
final class PublicAddress {
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int SHARED = 100;
    private static final int SHARED_FROM = 64;
    private static final int SHARED_TO = 127;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !isOtherwisePrivate(address);
    }

    private static boolean isOtherwisePrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        }
        int second = Byte.toUnsignedInt(bytes[1]);
        return bytes[0] == 0 || (bytes[0] == SHARED && second >= SHARED_FROM && second <= SHARED_TO);
    }
}
