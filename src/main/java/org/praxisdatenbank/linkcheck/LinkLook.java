package org.praxisdatenbank.linkcheck;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.praxisdatenbank.linkcheck.LinkStore.Link;
import org.praxisdatenbank.schedule.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one website after the other, slowly: at most one in ten seconds, whoever's it is. */
public final class LinkLook {
    private static final Logger LOG = LoggerFactory.getLogger(LinkLook.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration NOTHING_DUE = Duration.ofHours(1);
    /** The database may be back before. */
    private static final Duration AFTER_OUTAGE = Duration.ofMinutes(5);

    private final LinkStore links;
    private final Duration every;
    private final Probe probe;
    private final Duration between;

    private LinkLook(LinkStore links, Duration every, Probe probe, Duration between) {
        this.links = links;
        this.every = every;
        this.probe = probe;
        this.between = between;
    }

    /**
     * Begins at once.
     *
     * @param every how long nobody asks a website again that answered
     * @param name what the server calls itself to websites
     */
    public static Recurring start(LinkStore links, Duration every, String name) {
        return start(links, every, name, PublicAddress::is, BETWEEN);
    }

    /** @param isOpen which addresses may be asked */
    static Recurring start(
            LinkStore links, Duration every, String name, Predicate<InetAddress> isOpen, Duration between) {
        Probe probe = new Probe(name, PATIENCE, isOpen);
        return Recurring.start("links", new LinkLook(links, every, probe, between)::next);
    }

    private Duration next() throws InterruptedException {
        try {
            Optional<Link> link = links.claim(every);
            if (link.isEmpty()) {
                return NOTHING_DUE;
            }
            links.save(link.get(), probe.look(link.get().url()));
            return between;
        } catch (RuntimeException failure) {
            LOG.warn("looking at websites goes on later: {}", failure.getClass().getSimpleName());
            return AFTER_OUTAGE;
        }
    }
}
