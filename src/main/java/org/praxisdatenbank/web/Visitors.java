package org.praxisdatenbank.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells visitors apart by their addresses. Safe for use by any thread. */
final class Visitors {
    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);

    private final TrustedProxies proxies;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    Visitors(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /**
     * Who asks; null: somebody on this machine itself, whom no budget holds back, for it may be a proxy that nobody has
     * told us of, with all visitors behind it.
     */
    @Nullable
    Visitor of(HttpServletRequest request) {
        @Nullable InetAddress peer = Network.address(request.getRemoteAddr()).orElse(null);
        if (peer == null) {
            return null;
        }
        List<String> hops = TrustedProxies.hops(request);
        boolean isTrusted = proxies.contains(peer);
        if (!hops.isEmpty() && !isTrusted) {
            warnOnce();
        }
        if (peer.isLoopbackAddress() && (hops.isEmpty() || !isTrusted)) {
            return null;
        }
        return Visitor.of(proxies.client(peer, hops));
    }

    private void warnOnce() {
        if (hasWarned.compareAndSet(false, true)) {
            LOG.warn("A request names whom it was forwarded for, but comes from no trusted proxy. Where a proxy stands "
                    + "before this server, name it in PRAXIS_TRUSTED_PROXIES; else all its visitors count as one.");
        }
    }
}
