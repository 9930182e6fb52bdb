package org.praxisdatenbank.crash;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the packaged program many times and prints what was lost; README tells how. */
final class Kills {
    private Kills() {}

    /** Takes how often (0: at each fail-point once), the seed (0: a new one), and the folder to do it in. */
    public static void main(String[] arguments) throws IOException {
        int kills = Integer.parseInt(arguments[0]);
        long seed = arguments[1].equals("0") ? System.nanoTime() : Long.parseLong(arguments[1]);
        System.out.println("seed " + seed);
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger log) {
            log.setLevel(Level.OFF); // of connections that were killed there is nothing to tell
        }
        Random random = new Random(seed);
        long began = System.nanoTime();
        Path folder = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
        try (Rounds rounds = new Rounds(Files.createTempDirectory(folder, "run-"), seed)) {
            List<Kill> plan = kills == 0
                    ? Plan.everyPoint()
                    : Stream.generate(() -> Plan.any(random)).limit(kills).toList();
            for (Kill kill : plan) {
                System.out.println(kill);
                rounds.run(List.of(kill));
            }
            List<String> faults = rounds.end();
            System.out.print(rounds.table());
            System.out.printf(
                    "seed %d, %d minutes%n",
                    seed, Duration.ofNanos(System.nanoTime() - began).toMinutes());
            System.exit(faults.isEmpty() ? 0 : 1);
        }
    }
}
