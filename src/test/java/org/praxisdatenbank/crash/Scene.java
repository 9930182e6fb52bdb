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
    private static final int PRACTICES_OF_COMMAND = 300;

    private final Site site;
    private final RandomGenerator random;
    private final Ledger ledger = new Ledger();

    Scene(Site site, RandomGenerator random) {
        this.site = site;
        this.random = random;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Starts a server, looks what the kill before has left, and kills again; returns what is wrong. */
    List<Fault> kill(Kill kill) throws IOException {
        if (kill.point() == FailPoint.SWEEP) {
            litter();
        }
        List<Fault> faults = new ArrayList<>();
        try (Victim server = serve(kill.who().isCommand() ? "" : kill.halt())) {
            if (kill.who() == Who.SERVE_STARTING) {
                faults.addAll(killStarting(kill, server));
            } else {
                faults.addAll(killReady(kill, server));
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
                    .map(address -> Audit.faults(site, ledger, address))
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

    private List<Fault> killReady(Kill kill, Victim server) throws IOException {
        Optional<String> address = server.awaitReady();
        if (address.isEmpty()) {
            boolean isAtPoint = !kill.halt().isEmpty()
                    && !kill.who().isCommand()
                    && server.awaitEnd(FOR_A_POINT)
                    && server.wasKilled();
            return isAtPoint ? List.of() : List.of(new Fault(Kind.UNANSWERED, server.output()));
        }
        List<Fault> faults = new ArrayList<>(Audit.faults(site, ledger, address.get()));
        if (kill.who() == Who.ROLLBACK) {
            new IndexMaintenance(site.database(), site.setup()).reindex(Progress.NONE);
        }
        Load load = Load.start(ledger, site, rebuildEvery(kill), random.nextLong());
        try (load) {
            faults.addAll(kill.who().isCommand() ? killCommand(kill) : end(kill, server));
            server.kill();
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

    private List<Fault> killCommand(Kill kill) throws IOException {
        Ledger.Batch batch = new Ledger.Batch(java.util.Map.of());
        List<String> words =
                switch (kill.who()) {
                    case IMPORT -> {
                        batch = ledger.next("command", PRACTICES_OF_COMMAND, PRACTICES_OF_COMMAND, random);
                        yield List.of(
                                "import",
                                Files.write(site.file("import.jsonl"), batch.lines())
                                        .toString());
                    }
                    case REINDEX -> List.of("reindex");
                    case ROLLBACK -> List.of("reindex", "--rollback");
                    default -> throw new IllegalArgumentException("no command: " + kill);
                };
        try (Victim command = Victim.startForShort(kill.halt(), site.command(words.toArray(String[]::new)))) {
            boolean hasEnded = command.awaitEnd(kill.point() == null ? kill.after() : FOR_A_POINT);
            command.kill();
            return told(kill, batch, command, hasEnded);
        }
    }

    private List<Fault> told(Kill kill, Ledger.Batch batch, Victim command, boolean hasEnded) {
        if (kill.point() == FailPoint.IMPORT_LOGGED) {
            ledger.refused(batch);
        }
        if (kill.point() == FailPoint.IMPORT_COMMITTED || command.status() == 0) {
            ledger.acknowledged(batch);
        }
        boolean isAsPlanned =
                kill.point() == null ? !hasEnded || command.status() == 0 : hasEnded && command.wasKilled();
        return isAsPlanned ? List.of() : List.of(new Fault(Kind.FAILED, kill + ": " + command.output()));
    }

    @Override
    public void close() {
        site.close();
    }
}
