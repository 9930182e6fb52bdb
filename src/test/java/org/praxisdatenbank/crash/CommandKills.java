package org.praxisdatenbank.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.praxisdatenbank.crash.Fault.Kind;
import org.praxisdatenbank.problem.FailPoint;

/** Kills commands beside a running server, and keeps the ledger of what they wrote. For one thread. */
record CommandKills(Site site, Ledger ledger, RandomGenerator random) {
    private static final Duration FOR_A_POINT = Duration.ofMinutes(1);
    private static final int PRACTICES = 300;

    /** Starts it, and sees to it that it does not end by itself; returns what is wrong. */
    List<Fault> kill(Kill kill) throws IOException {
        Ledger.Batch batch = new Ledger.Batch(Map.of());
        List<String> words =
                switch (kill.who()) {
                    case IMPORT -> {
                        batch = ledger.next("command", PRACTICES, PRACTICES, random);
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
}
