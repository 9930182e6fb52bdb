package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8, 127.0.0.1,fd00::/8");
    private static final String PEER = "127.0.0.1";

    private static InetAddress address(String text) {
        return Network.address(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static InetAddress client(String peer, List<String> forwardedFor, List<String> forwarded) {
        return PROXIES.client(address(peer), TrustedProxies.hops(forwardedFor, forwarded));
    }

    /** Whatever somebody may send, that of servers and of attackers included. */
    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> pieces = Arbitraries.of(
                "for=", "FOR=", "\"", "\\", ",", ";", "[", "]", ":", "1.2.3.4", "::1", "unknown", "_x", "by=", "=",
                " ");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                pieces.list().ofMaxSize(20).map(list -> String.join("", list)));
    }

    @Provide
    Arbitrary<String> strangers() {
        Arbitrary<String> four = Arbitraries.integers()
                .between(0, 255)
                .list()
                .ofSize(3)
                .map(bytes -> "203." + bytes.get(0) + "." + bytes.get(1) + "." + bytes.get(2));
        Arbitrary<String> six = Arbitraries.integers()
                .between(0, 0xffff)
                .list()
                .ofSize(7)
                .map(parts -> "2001:"
                        + String.join(
                                ":", parts.stream().map(Integer::toHexString).toList()));
        return Arbitraries.oneOf(four, six);
    }

    @Provide
    Arbitrary<List<String>> trusted() {
        return Arbitraries.of("10.1.2.3", "127.0.0.1", "fd00::7").list().ofMaxSize(3);
    }

    @Property
    void no_header_breaks_the_reading(@ForAll("anything") String one, @ForAll("anything") String other) {
        assertThat(client(PEER, List.of(one), List.of(other))).isNotNull();
        assertThat(client(PEER, List.of(), List.of(one, other))).isNotNull();
    }

    @Property
    void who_is_no_proxy_is_not_believed(
            @ForAll("strangers") String peer, @ForAll("anything") String one, @ForAll("anything") String other) {
        assertThat(client(peer, List.of(one), List.of(other))).isEqualTo(address(peer));
    }

    @Property
    void what_a_visitor_invents_changes_nothing(
            @ForAll("anything") String invented,
            @ForAll("strangers") String visitor,
            @ForAll("trusted") List<String> proxies) {
        List<String> hops = new ArrayList<>(List.of(invented, visitor));
        hops.addAll(proxies);
        assertThat(client(PEER, List.of(String.join(", ", hops)), List.of(invented)))
                .isEqualTo(address(visitor));
        assertThat(client(PEER, hops, List.of())).isEqualTo(address(visitor));
    }

    @Property
    void the_same_holds_for_the_header_of_the_standard(
            @ForAll("anything") String invented,
            @ForAll("strangers") String visitor,
            @ForAll("trusted") List<String> proxies) {
        List<String> elements = new ArrayList<>(List.of(invented, element(visitor)));
        proxies.forEach(proxy -> elements.add(element(proxy)));
        assertThat(client(PEER, List.of(), List.of(String.join(",", elements)))).isEqualTo(address(visitor));
    }

    private static String element(String address) {
        return address.contains(":") ? "proto=https;For=\"[" + address + "]:4711\"" : "for=" + address + ";by=_proxy";
    }

    @Property
    void a_network_holds_the_addresses_that_begin_with_its_bits(@ForAll("strangers") String stranger) {
        InetAddress address = address(stranger);
        int all = address.getAddress().length * 8;
        for (int bits = 0; bits <= all; bits++) {
            assertThat(new Network(address, bits).contains(address)).isTrue();
        }
        assertThat(Network.parse(stranger + "/" + all)).contains(new Network(address, all));
        assertThat(Network.parse(stranger + "/" + (all + 1))).isEmpty();
    }

    @Example
    void addresses_behind_the_network_are_not_in_it() {
        Network network = Network.parse("192.0.2.128/25").orElseThrow();
        assertThat(network.contains(address("192.0.2.127"))).isFalse();
        assertThat(network.contains(address("192.0.2.129"))).isTrue();
        assertThat(network.contains(address("::c000:281"))).isFalse();
    }

    @Example
    void a_hop_that_cannot_be_read_leaves_it_with_whoever_wrote_it() {
        assertThat(client(PEER, List.of("203.0.113.9, unknown"), List.of())).isEqualTo(address(PEER));
        assertThat(client(PEER, List.of("203.0.113.9, unknown, 10.0.0.5"), List.of()))
                .isEqualTo(address("10.0.0.5"));
    }

    @Example
    void what_is_no_address_is_named() {
        assertThatThrownBy(() -> TrustedProxies.parse("10.0.0.1, proxy.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("proxy.example");
        assertThat(TrustedProxies.parse(" , ")).isEqualTo(TrustedProxies.NONE);
    }

    @Example
    void addresses_of_one_network_of_version_6_are_one_visitor() {
        assertThat(Visitor.of(address("2001:db8:1:2::1"))).isEqualTo(Visitor.of(address("2001:db8:1:2:ffff::9")));
        assertThat(Visitor.of(address("2001:db8:1:3::1"))).isNotEqualTo(Visitor.of(address("2001:db8:1:2::1")));
        assertThat(Visitor.of(address("::ffff:203.0.113.9"))).isEqualTo(Visitor.of(address("203.0.113.9")));
        assertThat(Visitor.of(address("203.0.113.9"))).hasToString("a visitor");
    }
}
