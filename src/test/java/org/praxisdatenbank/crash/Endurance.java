package org.praxisdatenbank.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A server under mixed load, asked again and again how it is. */
final class Endurance {
    private static final Duration BETWEEN_REBUILDS = Duration.ofSeconds(5);

    private Endurance() {}

    /**
     * What came of it.
     *
     * @param vitals in their order, without those of the time in which it warmed up
     * @param faults what failed that must not, with how often
     */
    record Result(List<Vitals> vitals, Map<String, Integer> faults) {}

    /**
     * Puts a server under load.
     *
     * @param warming samples that do not count
     */
    static Result run(Path home, int warming, int samples, Duration every, Consumer<Vitals> told)
            throws IOException, InterruptedException {
        Site site = Site.withDatabaseOutside(home);
        site.closeWithThisProcess();
        try (site;
                Victim server = Victim.start(site.command(
                        "serve", "--port=0", "--sample=true", "--verify-minutes=1", "--cache-bytes=4000000"))) {
            String address = server.awaitReady().orElseThrow(() -> new IllegalStateException(server.output()));
            Ledger ledger = new Ledger();
            Load load = Load.start(ledger, site, BETWEEN_REBUILDS, 1);
            Visitors visitors = Visitors.start(address, 1);
            List<Vitals> vitals = new ArrayList<>();
            try (load;
                    visitors) {
                for (int sample = 0; sample < warming + samples; sample++) {
                    LockSupport.parkNanos(every.toNanos());
                    vitals.add(Vitals.of(server, address, visitors.times()));
                    told.accept(vitals.getLast());
                }
            }
            Map<String, Integer> faults = visitors.unexpected();
            load.faults().forEach(fault -> faults.merge(fault.what(), 1, Integer::sum));
            Audit.faults(site, ledger, address).forEach(fault -> faults.merge(fault.what(), 1, Integer::sum));
            return new Result(vitals.subList(warming, vitals.size()), faults);
        }
    }
}
