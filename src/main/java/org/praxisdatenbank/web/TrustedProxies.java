package org.praxisdatenbank.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies whose word is taken for whom a request comes from. Each proxy writes at the end of a list whom it got the
 * request from, so the list is read from its end, as long as it is a trusted one that wrote; what stands further ahead
 * anybody may have invented.
 */
public record TrustedProxies(List<Network> networks) {
    /** Nobody's word is taken. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks with commas between them.
     *
     * @throws IllegalArgumentException with the entry that is neither
     */
    public static TrustedProxies parse(String text) {
        return new TrustedProxies(Network.parseAll(text));
    }

    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * Whom the request comes from: the last one in the list who is no trusted proxy.
     *
     * @param peer who is connected to this server
     * @param hops what the proxies wrote, the last one last
     */
    InetAddress client(InetAddress peer, List<String> hops) {
        InetAddress client = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = contains(client) ? address(hop) : Optional.empty();
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    /** What the proxies wrote into a request, see below. */
    static List<String> hops(HttpServletRequest request) {
        return hops(lines(request, "X-Forwarded-For"), lines(request, "Forwarded"));
    }

    private static List<String> lines(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /**
     * What the proxies wrote. {@code X-Forwarded-For} wins where both are there, as most proxies write that one and pass
     * on the other as a visitor sent it.
     *
     * @param forwardedFor the lines of that header, {@code X-Forwarded-For}
     * @param forwarded the lines of that header (RFC 7239)
     */
    static List<String> hops(List<String> forwardedFor, List<String> forwarded) {
        return forwardedFor.isEmpty()
                ? elements(forwarded).map(TrustedProxies::node).toList()
                : elements(forwardedFor).toList();
    }

    /** No address has a comma, so quotes need not be heeded: an open one cannot hide what a proxy wrote behind it. */
    private static Stream<String> elements(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip);
    }

    private static String node(String element) {
        return Stream.of(element.split(";"))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
                .map(pair -> pair.substring("for=".length()).replace("\"", "").strip())
                .findFirst()
                .orElse("");
    }

    /** Some write the port too: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static Optional<InetAddress> address(String hop) {
        int colon = hop.lastIndexOf(':');
        List<String> readings = new ArrayList<>(List.of(hop));
        if (colon > 0 && (hop.indexOf(':') == colon || hop.charAt(colon - 1) == ']')) {
            readings.add(hop.substring(0, colon));
        }
        return readings.stream().flatMap(text -> Network.address(text).stream()).findFirst();
    }
}
