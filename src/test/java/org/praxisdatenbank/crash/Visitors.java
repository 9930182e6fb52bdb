package org.praxisdatenbank.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some who look at pages and search, one request after the other each, until it is closed. */
final class Visitors implements AutoCloseable {
    private static final int VISITORS = 3;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String WALK = "/api/v1/practices?q=kinder&size=20";
    private static final List<String> PATHS = List.of(
            "/",
            "/suche?q=bewegung&state=DE-BE",
            "/suche?q=kinder+gesund",
            "/en/suche?q=*eit*+ges*~",
            "/suche/filter/provider?q=gesundheit",
            "/api/v1/practices?q=angebot&sort=newest",
            "/api/v1/practices?q=sprachkurs&highlight=true&criterion=empowerment",
            "/api/v1/suggest?q=ges",
            "/api/v1/facets/provider",
            "/angebote/kiezdetektive-berlin",
            "/api/v1/practices/kiezdetektive-berlin/similar",
            "/themen/aeltere",
            "/laender/berlin",
            "/kommunen",
            "/api/v1/status",
            "/metrics",
            WALK);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Map<String, Integer> unexpected = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private List<Long> nanos = new ArrayList<>();
    private volatile boolean isClosed;

    private Visitors(String address) {
        this.address = address;
    }

    static Visitors start(String address, long seed) {
        Visitors visitors = new Visitors(address);
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            Random random = new Random(seed + visitor);
            visitors.threads.add(Thread.ofVirtual().start(() -> visitors.visit(random)));
        }
        return visitors;
    }

    private void visit(Random random) {
        while (!isClosed) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            String body = get(path);
            if (path.equals(WALK)) {
                walk(body);
            }
        }
    }

    /** Two pages on, in the state of the index in which it began. */
    private void walk(String first) {
        Matcher next = NEXT.matcher(first);
        for (int page = 0; page < 2 && next.find() && !isClosed; page++) {
            next = NEXT.matcher(get(WALK + "&after=" + next.group(1)));
        }
    }

    private String get(String path) {
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            note(
                    answer.statusCode() == 200 || isOldCursor(path, answer) ? "" : path + " " + answer.statusCode(),
                    began);
            return answer.body();
        } catch (IOException e) {
            note(isClosed ? "" : path + " " + e, began);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** States of the index are kept for so many walks only. */
    private static boolean isOldCursor(String path, HttpResponse<String> answer) {
        return answer.statusCode() == 400 && path.contains("&after=");
    }

    private synchronized void note(String fault, long began) {
        nanos.add(System.nanoTime() - began);
        if (!fault.isEmpty()) {
            unexpected.merge(fault, 1, Integer::sum);
        }
    }

    /** The 99th percentile and the number of the requests since it was asked last. */
    synchronized Times times() {
        List<Long> sorted = nanos.stream().sorted().toList();
        nanos = new ArrayList<>();
        return new Times(sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 99 / 100) / 1e6, sorted.size());
    }

    /** Of some requests. */
    record Times(double p99Millis, int requests) {}

    /** Answers that should not be, with how often. */
    Map<String, Integer> unexpected() {
        return new TreeMap<>(unexpected);
    }

    @Override
    public void close() {
        isClosed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        client.close();
    }
}
