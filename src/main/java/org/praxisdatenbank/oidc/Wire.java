package org.praxisdatenbank.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The only line to the identity provider: by https or within this machine, never led elsewhere, and for as long and as much
 * as the settings allow. Safe for use by any thread.
 */
final class Wire implements HTTPRequestSender, ResourceRetriever, AutoCloseable {
    private static final int OK = 200;
    private static final int BROKEN = 500;

    private final OidcSettings settings;
    private final OidcSettings.Bounds bounds;
    private final HttpClient client;

    Wire(OidcSettings settings) {
        this.settings = settings;
        this.bounds = settings.bounds();
        this.client = HttpClient.newBuilder()
                .connectTimeout(bounds.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** An answer that has arrived. */
    private record Answer(HttpResponse<InputStream> head, String body) {}

    /** What lies at an address; anything but 200 is an exception. */
    String get(URI address) throws IOException {
        Answer answer = send(HttpRequest.newBuilder(address).header("Accept", "application/json"));
        if (answer.head().statusCode() != OK) {
            throw new IOException(address + " answers " + answer.head().statusCode());
        }
        return answer.body();
    }

    /** The same for keys. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(URI.create(url.toString())), "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        @Nullable String form = asked.getBody();
        BodyPublisher body = form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(asked.getURI()).method(asked.getMethod().name(), body);
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        Answer answer = send(request);
        if (answer.head().statusCode() >= BROKEN) {
            throw new IOException(asked.getURI() + " answers " + answer.head().statusCode());
        }
        HTTPResponse read = new HTTPResponse(answer.head().statusCode());
        answer.head().headers().map().forEach((name, values) -> read.setHeader(name, values.toArray(String[]::new)));
        read.setBody(answer.body());
        return read;
    }

    private Answer send(HttpRequest.Builder asked) throws IOException {
        HttpRequest request = asked.timeout(bounds.patience()).build();
        if (!settings.isSafe(request.uri())) {
            throw new IOException(request.uri().getScheme() + " is not https");
        }
        // with a thread of its own, as the time that the client itself knows ends with the answer's head
        FutureTask<Answer> task = new FutureTask<>(() -> read(request));
        Thread.ofVirtual().start(task);
        try {
            return task.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            task.cancel(true);
            throw new IOException("no whole answer within " + bounds.patience(), e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private Answer read(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> head = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream stream = head.body()) {
            byte[] body = stream.readNBytes(bounds.mostBytes() + 1);
            if (body.length > bounds.mostBytes()) {
                throw new IOException("answers with more than " + bounds.mostBytes() + " bytes");
            }
            return new Answer(head, new String(body, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
