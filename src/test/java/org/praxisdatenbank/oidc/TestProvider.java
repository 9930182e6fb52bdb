package org.praxisdatenbank.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.TestApp;

/** A real identity provider in a process of its own, see {@code src/test/npm/provider.mjs}. */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "praxis";
    public static final String SECRET = "the secret of praxis";
    public static final String NAME = "Landesportal";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 10;

    private final Process process;
    private final URI issuer;

    private TestProvider(Process process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /** One that tells email addresses when asked for them, as most do in tests of conformance. */
    public static TestProvider start() {
        return start(false);
    }

    /** @param isEmailInIdToken whether it tells them at once */
    static TestProvider start(boolean isEmailInIdToken) {
        try {
            Process process = new ProcessBuilder(
                            "node",
                            "provider.mjs",
                            JSON.writeValueAsString(Map.of("isEmailInIdToken", isEmailInIdToken)))
                    .directory(Path.of("target", "npm-test").toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", "npm-test", "provider.log").toFile()))
                    .start();
            @Nullable
            String address = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (address == null) {
                throw new IllegalStateException("no identity provider, see target/npm-test/provider.log");
            }
            return new TestProvider(process, URI.create(address));
        } catch (IOException e) {
            throw new UncheckedIOException("starting the identity provider", e);
        }
    }

    public URI issuer() {
        return issuer;
    }

    OidcSettings settings() {
        return settings(SECRET, Duration.ofSeconds(5));
    }

    OidcSettings settings(@Nullable String secret, Duration patience) {
        return new OidcSettings(
                issuer,
                secret == null ? "public" : CLIENT,
                secret,
                NAME,
                List.of("openid", "email"),
                new OidcSettings.Bounds(Duration.ofMinutes(60), patience, 200_000));
    }

    /** From now on it sends people back to that server. */
    public TestProvider of(TestApp app) {
        return leadingTo(app.address() + OidcPages.BACK);
    }

    TestProvider leadingTo(String back) {
        return tell("back", back);
    }

    /** Somebody it knows, or what it knows of them now. */
    public TestProvider person(String subject, String email, boolean isVerified) {
        return tell("people", Map.of("sub", subject, "email", email, "email_verified", isVerified));
    }

    /** @param fault what it does wrong from now on; empty: nothing */
    TestProvider doing(String fault) {
        return tell("fault", fault);
    }

    private TestProvider tell(String what, Object value) {
        try {
            HttpResponse<String> answer = TestApp.send(HttpRequest.newBuilder(issuer.resolve("/test/" + what))
                    .PUT(BodyPublishers.ofString(JSON.writeValueAsString(value)))
                    .build());
            if (answer.statusCode() != 204) {
                throw new IllegalStateException("the identity provider answers " + answer.statusCode());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Somebody goes there with a browser of their own and signs in.
     *
     * @param door where our server has sent them
     * @return where they are sent back to, with the code
     */
    String signIn(String door, String subject) {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI here = URI.create(door);
        HttpRequest request = HttpRequest.newBuilder(here).build();
        for (int step = 0; step < MOST_STEPS; step++) {
            HttpResponse<String> answer = send(browser, request);
            String location = answer.headers().firstValue("Location").orElse("");
            if (location.contains(OidcPages.BACK)) {
                return location;
            }
            Matcher form = FORM.matcher(answer.body());
            if (!location.isEmpty()) {
                here = here.resolve(location);
                request = HttpRequest.newBuilder(here).build();
            } else if (form.find()) {
                here = here.resolve(form.group(1));
                String typed = "prompt=login&password=x&login=" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
                request = HttpRequest.newBuilder(here)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(typed))
                        .build();
            } else {
                throw new IllegalStateException(here + " " + answer.statusCode() + " " + answer.body());
            }
        }
        throw new IllegalStateException("led around in circles");
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("asking " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
