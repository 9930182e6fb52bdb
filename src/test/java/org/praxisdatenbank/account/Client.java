package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.praxisdatenbank.TestApp;

/** A browser without pictures: keeps cookies, fills in forms, and does not follow redirects. */
public final class Client {
    private static final Pattern VERSION = Pattern.compile("name=\"stand\" value=\"(\\d+)\"");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_sitzung\" value=\"([^\"]+)\"");

    private final TestApp app;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String formToken = "";

    public Client(TestApp app) {
        this.app = app;
    }

    /** Somebody who has just signed in. */
    public static Client signedIn(TestApp app, Role role) {
        Client client = new Client(app);
        HttpResponse<String> answer =
                client.post("/anmelden", Map.of("email", People.email(role), "password", People.PASSWORD));
        if (answer.statusCode() != 303 || client.cookies.isEmpty()) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
        return client;
    }

    /** One of each role, who have just signed in and looked at a page, so that they can send forms. */
    public static Map<Role, Client> everybody(TestApp app) {
        Map<Role, Client> everybody = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            People.add(app.database().database().jdbi(), role);
            Client client = signedIn(app, role);
            client.get("/konto");
            everybody.put(role, client);
        }
        return everybody;
    }

    /** Where a form led that was taken. */
    public static String led(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return location(answer);
    }

    /** What the form at an address is made from. */
    public String version(String path) {
        return versionIn(get(path).body());
    }

    /** What the form on a page is made from. */
    public static String versionIn(String page) {
        Matcher version = VERSION.matcher(page);
        assertThat(version.find()).as(page).isTrue();
        return version.group(1);
    }

    /** The same browser at another server. */
    public Client at(TestApp other) {
        Client client = new Client(other);
        client.cookies.putAll(cookies);
        client.formToken = formToken;
        return client;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form as our own pages would. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "Origin", app.address());
    }

    /** Sends a form as a page of another site would. */
    public HttpResponse<String> postFrom(String origin, String path, Map<String, String> fields) {
        return post(path, fields, "Origin", origin);
    }

    /** The same with headers of the test's own. */
    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_sitzung", formToken);
        String body = all.entrySet().stream()
                .flatMap(field -> Stream.of(field.getValue().split("\\|", -1))
                        .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Sends a form with a file, as the page that was looked at last would. */
    public HttpResponse<String> upload(String path, String field, String name, byte[] content) {
        return upload(path, formToken, field, name, content);
    }

    /** The same with a form token of the test's own. */
    public HttpResponse<String> upload(String path, String token, String field, String name, byte[] content) {
        String begin = "--xyz\r\nContent-Disposition: form-data; name=\"_sitzung\"\r\n\r\n" + token
                + "\r\n--xyz\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .header("Origin", app.address())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The bytes of a file. */
    public byte[] download(String path) {
        return TestApp.bytes(request(path).GET().build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.address() + path));
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = TestApp.send(request.build());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        Matcher token = FORM_TOKEN.matcher(answer.body());
        if (token.find()) {
            formToken = token.group(1);
        }
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.replaceAll(";.*", "").split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** The same browser after somebody has looked into it, or has emptied it. */
    public Client without(String cookie) {
        Client client = at(app);
        client.cookies.remove(cookie);
        return client;
    }

    static Optional<String> setCookie(HttpResponse<String> answer) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        return cookies.stream().findFirst();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
