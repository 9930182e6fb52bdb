package org.praxisdatenbank.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;

/** A program that sends a token, or none. */
public final class Program {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECRET = Pattern.compile("pdb_[\\w-]{43}");

    private final TestApp app;
    private final String secret;

    public Program(TestApp app, String secret) {
        this.app = app;
        this.secret = secret;
    }

    /** One whose token somebody has just made in the browser. */
    public static Program of(TestApp app, Client somebody, String... permissions) {
        HttpResponse<String> answer = somebody.post(
                "/verwaltung/zugangsschluessel",
                Map.of(
                        "label",
                        "Nachts vergleichen",
                        "permissions",
                        String.join("|", permissions),
                        "days",
                        "30",
                        "present",
                        People.PASSWORD));
        Matcher secret = SECRET.matcher(answer.body());
        assertThat(secret.find()).as(answer.body()).isTrue();
        return new Program(app, secret.group());
    }

    String secret() {
        return secret;
    }

    public HttpResponse<String> get(String path) {
        return TestApp.send(request(path).GET().build());
    }

    public HttpResponse<String> post(String path, String body) {
        return TestApp.send(request(path).POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.address() + TokenApi.ROOT + path));
        return secret.isEmpty() ? request : request.header("Authorization", "Bearer " + secret);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }
}
