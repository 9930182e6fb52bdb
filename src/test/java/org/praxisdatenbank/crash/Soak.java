package org.praxisdatenbank.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lets the packaged program work hard for long and prints whether it grows; README tells how. */
final class Soak {
    private static final int WARMING = 1;

    private Soak() {}

    /** Takes minutes, 4 or more, and the folder to do it in; the status is 1 where something grows or fails. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int minutes = Math.max(WARMING + 3, Integer.parseInt(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        System.out.printf("| heap after collection, MB | open files | resident, MB | p99, ms | requests |%n");
        System.out.printf("|---|---|---|---|---|%n");
        Endurance.Result result = Endurance.run(
                Files.createTempDirectory(folder, "soak-"),
                WARMING,
                minutes - WARMING,
                Duration.ofMinutes(1),
                vitals -> System.out.printf(
                        "| %.1f | %.0f | %.0f | %.1f | %,d |%n",
                        vitals.heap(),
                        vitals.files(),
                        vitals.resident(),
                        vitals.times().p99Millis(),
                        vitals.times().requests()));
        List<String> faults = new ArrayList<>();
        compare("heap after collection", result.vitals(), Vitals::heap, 1.2, 4, faults);
        compare("open files", result.vitals(), Vitals::files, 1.1, 10, faults);
        compare("resident memory", result.vitals(), Vitals::resident, 1.2, 20, faults);
        compare("p99", result.vitals(), vitals -> vitals.times().p99Millis(), 1.5, 10, faults);
        result.faults().forEach((fault, times) -> faults.add(times + " times " + fault));
        faults.forEach(System.out::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** The last third may have so many times what the first had, and so much on top for what is small. */
    private static void compare(
            String what,
            List<Vitals> samples,
            ToDoubleFunction<Vitals> value,
            double times,
            double more,
            List<String> faults) {
        double first = Vitals.median(samples, 0, value);
        double last = Vitals.median(samples, 2, value);
        System.out.printf("%s: first third %.1f, last third %.1f, ratio %.2f%n", what, first, last, last / first);
        if (last > first * times + more) {
            faults.add(what + " grows");
        }
    }
}
