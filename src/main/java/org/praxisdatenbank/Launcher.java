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
 * What {@code java -jar} starts. The only class that an older Java can read. It runs the program in this process,
 * unless another one is better: where this Java is too old, in a newer one of the same machine, so that Debian's
 * default Java is enough to type; where {@code prepare} has left options for a quick start, in one with these options,
 * for a jar cannot carry them. On the way there it uses no lambda, no stream and no pattern, which take a Java without
 * a cache a fiftieth of a second.
 */
final class Launcher {
    private static final int NEEDED = 21;
    private static final int WRONG_USAGE = 2;
    private static final int SECONDS_TO_END = 5;
    private static final String JAR = ".jar";

    private Launcher() {}

    /** Runs the program here or in another process; the exit status is the program's. */
    public static void main(String[] arguments) throws InterruptedException {
        boolean isNewEnough = Runtime.version().feature() >= NEEDED;
        if (isNewEnough && !isQuickerElsewhere(arguments)) {
            Main.main(arguments);
            return;
        }
        Path own = java(Path.of(System.getProperty("java.home")));
        List<Path> javas = isNewEnough ? List.of(own) : newerJavas();
        if (javas.isEmpty()) {
            System.err.printf(
                    "This program needs Java %d or newer; this is Java %d, and there is no newer one in JAVA_HOME or"
                            + " /usr/lib/jvm. Install one, or start the program with it.%n",
                    NEEDED, Runtime.version().feature());
            System.exit(WRONG_USAGE);
        }
        System.exit(handOver(javas.get(0), arguments));
    }

    /** Whoever gives Java options of their own knows better, and short commands are not worth a second process. */
    private static boolean isQuickerElsewhere(String[] arguments) {
        return isServing(arguments)
                && System.getProperty(Launched.PROPERTY) == null
                && System.getenv("JDK_JAVA_OPTIONS") == null
                && System.getenv("JAVA_TOOL_OPTIONS") == null
                && Files.exists(options())
                && isWithoutOptions(ProcessHandle.current().info().arguments().orElse(new String[0]));
    }

    private static boolean isWithoutOptions(String[] ofJava) {
        return ofJava.length > 0 && ofJava[0].equals("-jar");
    }

    private static boolean isServing(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals("serve");
    }

    private static Path jar() {
        return Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
    }

    private static Path options() {
        String jar = jar().toString();
        return Path.of((jar.endsWith(JAR) ? jar.substring(0, jar.length() - JAR.length()) : jar) + Launched.OPTIONS);
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    /** Programs of a Java that is new enough, what {@code JAVA_HOME} names first. */
    private static List<Path> newerJavas() {
        Stream<Path> homes = Stream.concat(
                Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of), installed(Path.of("/usr/lib/jvm")));
        return homes.filter(home -> version(home) >= NEEDED)
                .map(Launcher::java)
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
        ProcessBuilder program = new ProcessBuilder(command(java, arguments)).inheritIO();
        if (isServing(arguments)) {
            program.redirectInput(ProcessBuilder.Redirect.PIPE); // its end tells that this process was killed
        }
        try {
            Process started = program.start();
            Runtime.getRuntime().addShutdownHook(new End(started));
            return started.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + java, e);
        }
    }

    private static List<String> command(Path java, String[] arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        if (Files.exists(options())) {
            command.add("@" + options());
        }
        if (isServing(arguments)) {
            command.add("-D" + Launched.PROPERTY + "=true");
        }
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Whoever ends the launcher ends the program. */
    private static final class End extends Thread {
        private final Process program;

        End(Process program) {
            super("end");
            this.program = program;
        }

        @Override
        public void run() {
            program.toHandle().destroy(); // Process.destroy would close its input: as if this process had been killed
            try {
                program.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
