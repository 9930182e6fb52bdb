package org.praxisdatenbank.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.praxisdatenbank.problem.Problem;

/**
 * Lets requests in from some addresses alone.
 *
 * @param networks who may ask
 * @param proxies whose word is taken for whom a request comes from
 */
public record OnlyFrom(List<Network> networks, TrustedProxies proxies) {
    public OnlyFrom {
        networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks with commas between them.
     *
     * @throws IllegalArgumentException with the entry that is neither
     */
    public static OnlyFrom parse(String networks, TrustedProxies proxies) {
        return new OnlyFrom(Network.parseAll(networks), proxies);
    }

    /**
     * Raises {@link Problem.Forbidden} for everybody else. A request that says whom it was forwarded for, and comes from
     * no proxy that we have been told of, may come from anybody: it does not count as one of where it comes from.
     *
     * @param why as in the problem
     */
    public void check(Context request, String why) {
        if (client(request.req())
                .filter(client -> networks.stream().anyMatch(network -> network.contains(client)))
                .isEmpty()) {
            throw new Problem.Forbidden(why).raise();
        }
    }

    private Optional<InetAddress> client(HttpServletRequest request) {
        List<String> hops = TrustedProxies.hops(request);
        return Network.address(request.getRemoteAddr())
                .filter(peer -> hops.isEmpty() || proxies.contains(peer))
                .map(peer -> proxies.client(peer, hops));
    }

    /** As it is written in a setting. */
    @Override
    public String toString() {
        return networks.stream()
                .map(network -> network.base().getHostAddress() + "/" + network.bits())
                .collect(Collectors.joining(","));
    }
}
