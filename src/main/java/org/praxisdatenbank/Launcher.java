package org.praxisdatenbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What {@code java -jar} starts. The only class that an older Java can read: there it looks for a newer one on the same
 * machine and hands over to it, so that Debian's default Java is enough to type.
 */
final class Launcher {
    private static final int NEEDED = 21;
    private static final int WRONG_USAGE = 2;
    private static final int SECONDS_TO_END = 5;

    private Launcher() {}

    /** Runs the program here or in a newer Java; the exit status is the program's. */
    public static void main(String[] arguments) throws InterruptedException {
        if (Runtime.version().feature() >= NEEDED) {
            Main.main(arguments);
            return;
        }
        List<Path> newer = newerJavas();
        if (newer.isEmpty()) {
            System.err.printf(
                    "This program needs Java %d or newer; this is Java %d, and there is no newer one in JAVA_HOME or"
                            + " /usr/lib/jvm. Install one, or start the program with it.%n",
                    NEEDED, Runtime.version().feature());
            System.exit(WRONG_USAGE);
        }
        System.exit(handOver(newer.get(0), arguments));
    }

    /** Programs of a Java that is new enough, what {@code JAVA_HOME} names first. */
    private static List<Path> newerJavas() {
        Stream<Path> homes = Stream.concat(
                Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of), installed(Path.of("/usr/lib/jvm")));
        return homes.filter(home -> version(home) >= NEEDED)
                .map(home -> home.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .toList();
    }

    private static Stream<Path> installed(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList().stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    /** As the file {@code release} of a Java tells it; 0 where it tells nothing. */
    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException | NumberFormatException unknown) {
            return 0;
        }
    }

    private static int handOver(Path java, String[] arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.praxisdatenbank.Main"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process program = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program)));
            return program.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + java, e);
        }
    }

    /** Whoever ends the launcher ends the program. */
    private static void end(Process program) {
        program.destroy();
        try {
            program.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
