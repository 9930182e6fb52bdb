package org.praxisdatenbank.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.praxisdatenbank.crash.Fault.Kind;
import org.praxisdatenbank.crash.Kill.Who;
import org.praxisdatenbank.index.IndexCheck;
import org.praxisdatenbank.problem.FailPoint;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexMaintenance;

/** One home where kills happen, one after the other, and are looked into at the next start. For one thread. */
final class Scene implements AutoCloseable {
    private static final Duration FOR_A_POINT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_REBUILDS = Duration.ofMillis(500);

    private final Site site;
    private final RandomGenerator random;
    private final Ledger ledger = new Ledger();
    private final CommandKills commands;

    Scene(Site site, RandomGenerator random) {
        this.site = site;
        this.random = random;
        site.closeWithThisProcess();
        this.commands = new CommandKills(site, ledger, random);
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * Starts a server, looks what the kill before has left, and kills again; returns what is wrong.
     *
     * @param kills all but the last are of commands, one after the other beside the same server; with the last it ends
     */
    List<Fault> kill(List<Kill> kills) throws IOException {
        Kill last = kills.getLast();
        if (last.point() == FailPoint.SWEEP) {
            litter();
        }
        List<Fault> faults = new ArrayList<>();
        try (Victim server = serve(last.who().isCommand() ? "" : last.halt())) {
            if (last.who() == Who.SERVE_STARTING) {
                faults.addAll(killStarting(last, server));
            } else {
                faults.addAll(killReady(kills, server));
            }
            server.kill();
        }
        site.serverEnded();
        IndexCheck.faults(site.index()).forEach(broken -> faults.add(new Fault(Kind.BROKEN, broken)));
        return faults;
    }

    /** Starts a server once more, only to look; it ends in good order. */
    List<Fault> look() {
        try (Victim server = serve("")) {
            return server.awaitReady()
                    .map(address -> Audit.faultsAfterStart(site, ledger, address))
                    .orElseGet(() -> List.of(new Fault(Kind.UNANSWERED, server.output())));
        } finally {
            site.serverEnded();
        }
    }

    private Victim serve(String halt) {
        return Victim.startForShort(halt, site.command("serve", "--port=0", "--sample=true", "--follow-millis=20"));
    }

    /** What crashes have left. */
    private void litter() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    Files.createDirectories(site.index().resolve("generation-left-" + i))
                            .resolve("file"),
                    "left");
        }
    }

    private List<Fault> killStarting(Kill kill, Victim server) {
        Load load = Load.start(ledger, site, BETWEEN_REBUILDS, random.nextLong());
        try (load) {
            if (server.awaitEnd(kill.after())) {
                return List.of(new Fault(Kind.UNANSWERED, server.output()));
            }
            server.kill();
        }
        return load.faults();
    }

    private List<Fault> killReady(List<Kill> kills, Victim server) throws IOException {
        Optional<String> address = server.awaitReady();
        Kill last = kills.getLast();
        if (address.isEmpty()) {
            boolean isAtPoint = !last.halt().isEmpty()
                    && !last.who().isCommand()
                    && server.awaitEnd(FOR_A_POINT)
                    && server.wasKilled();
            return isAtPoint ? List.of() : List.of(new Fault(Kind.UNANSWERED, server.output()));
        }
        List<Fault> faults = new ArrayList<>(Audit.faultsAfterStart(site, ledger, address.get()));
        for (Kill kill : kills.subList(0, kills.size() - 1)) {
            faults.addAll(killUnderLoad(kill, server, false));
            faults.addAll(Audit.faults(site, ledger, address.get()));
        }
        faults.addAll(killUnderLoad(last, server, true));
        return faults;
    }

    private List<Fault> killUnderLoad(Kill kill, Victim server, boolean isLast) throws IOException {
        if (kill.who() == Who.ROLLBACK) {
            new IndexMaintenance(site.database(), site.setup()).reindex(Progress.NONE);
        }
        List<Fault> faults = new ArrayList<>();
        Load load = Load.start(ledger, site, rebuildEvery(kill), random.nextLong());
        try (load) {
            faults.addAll(kill.who().isCommand() ? commands.kill(kill) : end(kill, server));
            if (isLast) {
                server.kill();
            }
            if (kill.who() == Who.SERVE_AND_ITS_DATABASE) {
                site.killDatabase();
            }
        }
        faults.addAll(load.faults());
        return faults;
    }

    /**
     * A rebuild that ends after the kill hides what the kill has left: no server opens that generation again. So there
     * are some at random, and none where something is to be seen.
     */
    private Duration rebuildEvery(Kill kill) {
        return kill.who().isCommand() || kill.point() != null || random.nextBoolean()
                ? Duration.ZERO
                : BETWEEN_REBUILDS;
    }

    private static List<Fault> end(Kill kill, Victim victim) {
        if (kill.point() == null) {
            boolean hasEnded = victim.awaitEnd(kill.after());
            victim.kill();
            return hasEnded ? List.of(new Fault(Kind.FAILED, victim.output())) : List.of();
        }
        boolean isAtPoint = victim.awaitEnd(FOR_A_POINT) && victim.wasKilled();
        return isAtPoint
                ? List.of()
                : List.of(new Fault(Kind.FAILED, "never came to " + kill + ": " + victim.output()));
    }

    @Override
    public void close() {
        site.close();
    }
}
