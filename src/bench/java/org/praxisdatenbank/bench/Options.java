package org.praxisdatenbank.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the command line chose: system properties, each with a default in the pom. */
record Options() {
    /** JSON Lines in the import format. */
    Path corpus() {
        String file = text("corpus");
        if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException("-Dcorpus=FILE must name practices as JSON Lines, but is '" + file + "'");
        }
        return Path.of(file).toAbsolutePath();
    }

    /** Empty: all but those that must be named. */
    List<String> parts() {
        return words("bench.part").toList();
    }

    Path home() {
        return Path.of(text("bench.home")).toAbsolutePath();
    }

    /** Practices of the parts that measure at one size. */
    int size() {
        return number("bench.size", 1, 2_000_000);
    }

    /** Practices of the cost curve, smallest first. */
    List<Integer> sizes() {
        return words("bench.sizes").map(Integer::valueOf).sorted().toList();
    }

    /** Practices of the light index that only counts. */
    int counts() {
        return number("bench.counts", 1, 5_000_000);
    }

    int rounds() {
        return number("bench.rounds", 1, 100);
    }

    int queries() {
        return number("bench.queries", 10, 10_000);
    }

    int seed() {
        return number("bench.seed", 0, Integer.MAX_VALUE);
    }

    /** How long a run under load takes. */
    int seconds() {
        return number("bench.seconds", 1, 600);
    }

    /** That add to the bare index. */
    int threads() {
        return number("bench.threads", 1, 64);
    }

    /** Requests a second of the load run. */
    int rate() {
        return number("bench.rate", 1, 20_000);
    }

    /** Connections of the load run. */
    int clients() {
        return number("bench.clients", 1, 1_000);
    }

    /** A running server on this machine to put under load; empty: one of our own. */
    String url() {
        return text("bench.url");
    }

    /** Whether the bare index stores the offsets of its words, which makes its highlighting cheaper. */
    boolean offsets() {
        return Boolean.parseBoolean(text("bench.offsets"));
    }

    /** Further flags of the servers that are measured. */
    List<String> serverFlags() {
        return spaced("bench.server");
    }

    /** Arguments for JMH. */
    List<String> jmh() {
        return spaced("bench.jmh");
    }

    /** Arguments of the Java that runs a server, those of the program. */
    List<String> jvm() {
        return spaced("bench.jvm");
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(text(name).split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static List<String> spaced(String name) {
        return Arrays.stream(text(name).split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static int number(String name, int lowest, int highest) {
        int number = Integer.parseInt(text(name));
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException("-D%s must be %d to %d, but is %d".formatted(name, lowest, highest, number));
        }
        return number;
    }

    private static String text(String name) {
        return System.getProperty(name, "").strip();
    }
}
