package org.praxisdatenbank.web;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.WebSettings.Allowance;
import org.praxisdatenbank.web.WebSettings.Load;

/** The real server on a free port with the routes of a test. */
public final class TestServer implements AutoCloseable {
    public static final int MAX_BODY_BYTES = 1_000;
    static final Load AMPLE = new Load(100, 20, 10, 1_000);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PageKit pages;
    private final Assets assets;
    private final WebServer server;
    private final Queue<HttpStatus> refused = new ConcurrentLinkedQueue<>();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private TestServer(
            @Nullable String publicUrl, Load load, Allowance allowance, Function<PageKit, List<Routes>> features) {
        assets = Assets.load();
        pages = new PageKit(assets, Path.of("target", "no-texts-of-their-own"), publicUrl);
        WebSettings settings = new WebSettings("127.0.0.1", 0, publicUrl, MAX_BODY_BYTES, load, allowance);
        server = WebServer.start(settings, assets, pages, features.apply(pages), refused::add);
    }

    public static TestServer start(Routes... features) {
        return withPages(pages -> List.of(features));
    }

    /** With limits of its own. */
    static TestServer start(Load load, Allowance allowance, Routes... features) {
        return new TestServer(null, load, allowance, pages -> List.of(features));
    }

    /** Known to visitors under that address. */
    static TestServer at(String publicUrl, Routes... features) {
        return new TestServer(publicUrl, AMPLE, Allowance.UNLIMITED, pages -> List.of(features));
    }

    /** The same, where visitors may ask for so much. */
    static TestServer at(String publicUrl, Allowance allowance, Routes... features) {
        return new TestServer(publicUrl, AMPLE, allowance, pages -> List.of(features));
    }

    /** For routes that show pages. */
    public static TestServer withPages(Function<PageKit, List<Routes>> features) {
        return new TestServer(null, AMPLE, Allowance.UNLIMITED, features);
    }

    /** Each status of what was refused before any route saw it. */
    Collection<HttpStatus> refused() {
        return refused;
    }

    public PageKit pages() {
        return pages;
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public int port() {
        return server.port();
    }

    /** @param headers names and values in turn */
    public HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** @param headers names and values in turn */
    public HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Sends these bytes (one per character) and reads all that comes back until the server closes. */
    public RawAnswer raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return RawAnswer.parse(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
