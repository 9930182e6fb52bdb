package org.praxisdatenbank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.db.Folders;
import org.praxisdatenbank.problem.Refused;

/** A server in a process and a home of its own that is asked what visitors ask, and ends. */
final class TrainingRun {
    private static final int SECONDS_TO_END = 120;
    private static final int ROUNDS = 2;

    /** Below the address; each kind of page and answer that is asked often. */
    private static final List<String> REQUESTS = List.of(
            "/",
            "/suche",
            "/suche?q=bewegung+kita",
            "/suche?q=fr%C3%BChe+hilfen&state=DE-BE&topic=quartier",
            "/suche?q=%22gesunde+kita%22+-sport",
            "/suche?q=gesuntheit",
            "/en/suche?q=senioren",
            "/api/v1/practices?q=schuldnerberatung&size=20",
            "/api/v1/practices?q=gesund*",
            "/api/v1/practices?state=DE-BY",
            "/api/v1/suggest?q=ges",
            "/api/v1/suggest?q=kinder",
            "/api/v1/status",
            "/health/ready",
            "/metrics",
            "/angebote/schutzengel-flensburg",
            "/laender",
            "/kommunen",
            "/ueber");

    private TrainingRun() {}

    /**
     * Returns when all has ended and its home is gone; raises {@link Refused} where the server does not start. The run
     * that is to be learnt from finds its database and index in place, as nearly all starts do: how to make them would
     * take room in memory and be compiled for nothing.
     *
     * @param options of the run before
     * @param learning likewise of the one that Java learns from
     */
    static void of(Path jar, List<String> options, List<String> learning) throws IOException {
        Path home = Files.createTempDirectory("praxisdatenbank");
        try {
            run(command(jar, options, home), List.of());
            run(command(jar, learning, home), REQUESTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Folders.deleteTree(home);
        }
    }

    private static List<String> command(Path jar, List<String> options, Path home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-D" + Launched.PROPERTY + "=true", "-jar", jar.toString()));
        command.addAll(List.of("serve", "--port=0", "--home=" + home));
        return command;
    }

    private static void run(List<String> command, List<String> requests) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PRAXIS_"));
        Process server = builder.start();
        try (BufferedReader out = server.inputReader()) {
            ask(address(out), requests);
            server.toHandle().destroy(); // Process.destroy would close its output
            out.transferTo(Writer.nullWriter()); // else it waits for somebody to read
            server.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } finally {
            server.destroyForcibly();
        }
    }

    private static String address(BufferedReader out) {
        List<String> before = new ArrayList<>();
        Optional<String> ready = out.lines()
                .peek(before::add)
                .filter(line -> line.startsWith("ready "))
                .findFirst();
        return ready.orElseThrow(() -> new Refused("The program does not start:\n" + String.join("\n", before)))
                .substring("ready ".length());
    }

    private static void ask(String address, List<String> requests) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String request : requests) {
                    HttpRequest asked = HttpRequest.newBuilder(URI.create(address + request))
                            .build();
                    client.send(asked, BodyHandlers.discarding());
                }
            }
        }
    }
}
