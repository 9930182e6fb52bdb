package org.praxisdatenbank.linkcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether somebody answers at a website: asks for the headers first, for the page only where that is refused, and
 * never reads a page. Safe for use by any thread.
 */
final class Probe implements AutoCloseable {
    private static final int MOST_STEPS = 5;
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> LEADING_ON = Set.of(301, 302, 303, 307, 308);
    private static final int REFUSED_FROM = 400;

    private final HttpClient client;
    private final Duration patience;
    private final String name;
    private final Predicate<InetAddress> isOpen;

    /**
     * Asks nobody yet.
     *
     * @param name what the server calls itself, with an address where people learn more
     * @param patience longest time for an answer
     * @param isOpen which addresses may be asked
     */
    Probe(String name, Duration patience, Predicate<InetAddress> isOpen) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.name = name;
        this.patience = patience;
        this.isOpen = isOpen;
    }

    /** @param url as practices have it */
    Look look(String url) throws InterruptedException {
        try {
            return follow(URI.create(url));
        } catch (UnknownHostException | IllegalArgumentException nowhere) {
            return Look.without(Outcome.NO_HOST);
        } catch (SSLException distrusted) {
            return Look.without(Outcome.CERTIFICATE);
        } catch (IOException silent) {
            return Look.without(Outcome.SILENT);
        }
    }

    private Look follow(URI first) throws IOException, InterruptedException {
        URI here = first;
        URI moved = first;
        boolean isForGood = true;
        for (int step = 0; step <= MOST_STEPS; step++) {
            if (!isOpen(here)) {
                return Look.without(Outcome.NOT_PUBLIC);
            }
            HttpResponse<InputStream> answer = ask(here);
            Optional<URI> next = next(here, answer);
            if (next.isEmpty()) {
                return look(answer.statusCode(), moved.equals(first) ? null : moved);
            }
            here = next.get();
            isForGood &= FOR_GOOD.contains(answer.statusCode());
            moved = isForGood ? here : moved;
        }
        return Look.without(Outcome.ENDLESS);
    }

    private static Look look(int status, @Nullable URI moved) {
        Outcome outcome = Outcome.of(status);
        boolean isMoved = outcome == Outcome.FINE && moved != null;
        return new Look(isMoved ? Outcome.MOVED : outcome, status, isMoved ? String.valueOf(moved) : null);
    }

    private boolean isOpen(URI address) throws UnknownHostException {
        @Nullable String host = address.getHost();
        if (host == null) {
            throw new UnknownHostException(address.toString());
        }
        return Stream.of(InetAddress.getAllByName(host)).allMatch(isOpen);
    }

    private HttpResponse<InputStream> ask(URI address) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = send("HEAD", address);
        return answer.statusCode() < REFUSED_FROM ? answer : send("GET", address); // some know no HEAD
    }

    private HttpResponse<InputStream> send(String method, URI address) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.noBody())
                        .header("User-Agent", name)
                        .timeout(patience)
                        .build(),
                BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }

    private static Optional<URI> next(URI here, HttpResponse<?> answer) {
        return LEADING_ON.contains(answer.statusCode())
                ? answer.headers().firstValue("Location").map(here::resolve)
                : Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
