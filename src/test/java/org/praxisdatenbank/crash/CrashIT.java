package org.praxisdatenbank.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.crash.Kill.Who;

/** The packaged program under {@code kill -9}, a few times; {@link Kills} does it as often as one likes. */
final class CrashIT {
    @TempDir
    private Path home;

    @Test
    void killed_anywhere_it_loses_nothing_that_was_acknowledged() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Kill> commands = new ArrayList<>();
        try (Rounds rounds = new Rounds(home, seed)) {
            for (Kill kill : Plan.everyPoint()) {
                if (kill.who().isCommand()) {
                    commands.add(kill);
                } else {
                    rounds.run(List.of(kill));
                }
            }
            for (Who who : List.of(Who.IMPORT, Who.REINDEX, Who.ROLLBACK, Who.SERVE)) {
                commands.add(Plan.atRandom(who, random));
            }
            rounds.run(commands);
            for (Who who : List.of(Who.SERVE_STARTING, Who.SERVE_ON_ITS_OWN_DATABASE, Who.SERVE_AND_ITS_DATABASE)) {
                rounds.run(List.of(Plan.atRandom(who, random)));
            }
            List<String> faults = rounds.end();
            System.out.print(rounds.table());
            assertThat(faults).as("with seed " + seed).isEmpty();
        }
    }

    @Test
    void a_second_server_on_the_same_index_is_refused_with_the_reason() {
        Site site = Site.withDatabaseOutside(home);
        List<String> serve = site.command("serve", "--port=0");
        try (site;
                Victim first = Victim.start(serve)) {
            String address = first.awaitReady().orElseThrow();
            try (Victim second = Victim.start(serve)) {
                assertThat(second.awaitReady()).isEmpty();
                assertThat(second.output()).contains("The index in " + site.index() + " is in use by another process");
                assertThat(second.awaitEnd(Duration.ofMinutes(1))).isTrue();
                assertThat(second.status()).isEqualTo(1);
            }
            assertThat(Audit.faults(site, new Ledger(), address)).isEmpty();
        }
    }
}
