package org.praxisdatenbank.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How a server is, after a full collection of what it no longer uses.
 *
 * @param heap megabytes
 * @param files open ones
 * @param resident megabytes
 */
record Vitals(double heap, double files, double resident, Visitors.Times times) {
    private static final double MEGABYTE = 1 << 20;

    static Vitals of(Victim server, String address, Visitors.Times times) throws IOException, InterruptedException {
        collect(server);
        Path process = Path.of("/proc", Long.toString(server.pid()));
        return new Vitals(heap(address), count(process.resolve("fd")), resident(process.resolve("status")), times);
    }

    private static void collect(Victim server) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int status = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("jcmd ended with " + status);
        }
    }

    private static double heap(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address + "/metrics"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofLines())
                            .body()
                            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                            .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ", "")))
                            .sum()
                    / MEGABYTE;
        }
    }

    private static double count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static double resident(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) * 1024 / MEGABYTE)
                .sum();
    }

    /** Median of a third of the samples: 0 the first, 2 the last. */
    static double median(List<Vitals> samples, int third, ToDoubleFunction<Vitals> value) {
        double[] sorted = samples.subList(samples.size() * third / 3, samples.size() * (third + 1) / 3).stream()
                .mapToDouble(value)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
