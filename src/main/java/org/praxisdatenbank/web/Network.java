package org.praxisdatenbank.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses that begin with the same bits: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single one. Names are never
 * looked up.
 *
 * @param bits how many bits of the address count
 */
record Network(InetAddress base, int bits) {
    private static final Pattern OF_4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern OF_6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    Network {
        if (bits < 0 || bits > base.getAddress().length * 8) {
            throw new IllegalArgumentException(base.getHostAddress() + " has no " + bits + " bits");
        }
    }

    /** Reads {@code 192.0.2.1}, {@code 192.0.2.0/24} and the same of version 6; empty where it is no such thing. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> base = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return base.map(one -> new Network(one, one.getAddress().length * 8));
        }
        String bits = text.substring(slash + 1);
        return base.filter(one -> bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= one.getAddress().length * 8)
                .map(one -> new Network(one, Integer.parseInt(bits)));
    }

    /**
     * Reads some with commas between them.
     *
     * @throws IllegalArgumentException with the entry that is none
     */
    static List<Network> parseAll(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> parse(entry).orElseThrow(() -> new IllegalArgumentException(entry)))
                .toList();
    }

    /** Reads an address in digits, one of version 6 also in brackets, without a port. */
    static Optional<InetAddress> address(String text) {
        boolean isBracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
        String bare = isBracketed ? text.substring(1, text.length() - 1) : text;
        if (!isBracketed && OF_4.matcher(bare).matches()) {
            return numeric(bare);
        }
        // Brackets keep Java from taking for a name what is no address.
        return bare.contains(":") && OF_6.matcher(bare).matches() ? numeric("[" + bare + "]") : Optional.empty();
    }

    private static Optional<InetAddress> numeric(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
