package org.praxisdatenbank.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.praxisdatenbank.index.IndexCheck;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexMaintenance;
import org.praxisdatenbank.sync.Verification;

/** What a restarted server must be; asked while nobody writes. */
final class Audit {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String STORED =
            """
            SELECT id, title
              FROM practice
             WHERE id LIKE 'probe-%'
               AND status = 'published'
            """;
    private static final List<String> PAGES = List.of("/", "/suche?q=kinder", "/health/ready", "/api/v1/status");

    private static final int SEARCHES = 40;
    private static final Duration LONGEST_LAG = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Audit() {}

    /**
     * Everything that is wrong, by kind: what does not answer, what differs between database and index, what is lost.
     *
     * @param address of the server
     */
    static List<Fault> faults(Site site, Ledger ledger, String address) {
        List<Fault> faults = new ArrayList<>();
        PAGES.forEach(page -> {
            int status = get(address + page).statusCode();
            if (status != 200) {
                faults.add(new Fault(Fault.Kind.UNANSWERED, page + " answers " + status));
            }
        });
        ledger.faults(stored(site)).forEach(lost -> faults.add(new Fault(Fault.Kind.LOST, lost)));
        Verification verification = new IndexMaintenance(site.database(), site.setup()).verify(Progress.NONE);
        if (!verification.isEqual()) {
            faults.add(new Fault(Fault.Kind.DIFFERENT, verification.toString()));
        }
        if (!hasTakenOverAll(address)) {
            faults.add(new Fault(Fault.Kind.DIFFERENT, "the server lags behind the database for long"));
        }
        ledger.newestWords(SEARCHES).forEach((word, id) -> {
            String found = get(address + "/api/v1/practices?facets=&highlight=false&q=" + word)
                    .body();
            if (!found.contains("\"total\":1,") || !found.contains("\"" + id + "\"")) {
                faults.add(new Fault(Fault.Kind.LOST, "a search for " + word + " does not find " + id + ": " + found));
            }
        });
        return faults;
    }

    /**
     * What was written without waiting for the server is found as soon as the server says that it lags by nothing: only
     * then is it lost where it is not. The comparison knows the files, not what the server shows of them.
     */
    private static boolean hasTakenOverAll(String address) {
        long end = System.nanoTime() + LONGEST_LAG.toNanos();
        while (System.nanoTime() - end < 0) {
            if (get(address + "/api/v1/status").body().contains("\"lag\":0,")) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }

    /** The same, and no generations that nobody needs: a start sweeps them. */
    static List<Fault> faultsAfterStart(Site site, Ledger ledger, String address) {
        List<Fault> faults = faults(site, ledger, address);
        IndexCheck.leftOvers(site.index())
                .forEach(left -> faults.add(new Fault(Fault.Kind.BROKEN, "left over: " + left)));
        return faults;
    }

    private static Map<String, String> stored(Site site) {
        return site.database()
                .jdbi()
                .withHandle(
                        db -> db
                                .createQuery(STORED)
                                .map((row, ctx) -> Map.entry(row.getString("id"), row.getString("title")))
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static HttpResponse<String> get(String address) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("asking " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
