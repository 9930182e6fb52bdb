package org.praxisdatenbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.oidc.TestProvider;
import org.praxisdatenbank.token.TokenApi;

/** The whole program on a database and an index of its own, on a free port; with the sample practices. */
public final class TestApp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestDatabase database;
    private final Path home;
    private final App app;
    private final String databaseUrl;
    private boolean keepsDatabase;

    private TestApp(TestDatabase database, Path home, Map<Setting, String> more, boolean isReady) {
        this.database = database;
        this.home = home;
        this.databaseUrl =
                more.getOrDefault(Setting.DATABASE_URL, database.address().jdbcUrl());
        this.app = App.start(config(database, home, more), new Words().reading(), new Parts());
        if (isReady) {
            awaitReady();
        }
    }

    /** The same, which may not have an index yet. */
    static TestApp startListening(TestDatabase database, Path home) {
        return new TestApp(database, home, Map.of(), false);
    }

    /** Until there is an index, and it has been compared with the database for the first time. */
    void awaitReady() {
        app.awaitReady();
        awaitFirstCheck();
    }

    /** Else the foot of every page would change a moment after the start, and with it what is kept in memory. */
    private void awaitFirstCheck() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (get("/api/v1/status").body().contains("\"verification\":null")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the index was not compared with the database");
            }
        }
    }

    /** Starts one for the caller alone, who may change its data. */
    public static TestApp start() {
        return start(Map.of());
    }

    /** The same with settings of its own. */
    static TestApp start(Map<Setting, String> settings) {
        return start(TestDatabase.create(), settings);
    }

    /** The same on a database that it closes in the end. */
    static TestApp start(TestDatabase database, Map<Setting, String> settings) {
        try {
            return new TestApp(database, Files.createTempDirectory("praxis-test"), settings, true);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the program", e);
        }
    }

    /** The same, where people sign in by an identity provider, too. */
    public static TestApp by(TestProvider provider) {
        return start(byProvider(provider, new EnumMap<>(Setting.class)));
    }

    /** Another server on the same database, by which people sign in by an identity provider, too. */
    public static TestApp beside(TestApp other, TestProvider provider) {
        return beside(other, byProvider(provider, new EnumMap<>(Map.of(Setting.SAMPLE, "false"))));
    }

    private static Map<Setting, String> byProvider(TestProvider provider, Map<Setting, String> settings) {
        settings.put(Setting.OIDC_ISSUER, provider.issuer().toString());
        settings.put(Setting.OIDC_CLIENT_ID, TestProvider.CLIENT);
        settings.put(Setting.OIDC_CLIENT_SECRET, TestProvider.SECRET);
        settings.put(Setting.OIDC_NAME, TestProvider.NAME);
        settings.put(Setting.OIDC_MAX_MILLIS, "2000");
        return settings;
    }

    /** Another server on the same database, with an index of its own; the database stays when it is closed. */
    public static TestApp beside(TestApp other) {
        return beside(other, Map.of(Setting.SAMPLE, "false"));
    }

    /** The same, which believes whom this machine says that it asks for: {@code X-Forwarded-For}. */
    public static TestApp behindProxy(TestApp other) {
        return beside(other, Map.of(Setting.SAMPLE, "false", Setting.TRUSTED_PROXIES, "127.0.0.1"));
    }

    private static TestApp beside(TestApp other, Map<Setting, String> settings) {
        try {
            TestApp beside = new TestApp(other.database, Files.createTempDirectory("praxis-test"), settings, true);
            beside.keepsDatabase = true;
            return beside;
        } catch (IOException e) {
            throw new UncheckedIOException("starting the program", e);
        }
    }

    /** One on a database that has its content already; closes both. */
    static TestApp on(TestDatabase database) {
        try {
            return new TestApp(
                    database, Files.createTempDirectory("praxis-test"), Map.of(Setting.SAMPLE, "false"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the program", e);
        }
    }

    /** The one that all tests share which only read; ends with the JVM. */
    public static TestApp shared() {
        return Shared.APP;
    }

    private static final class Shared {
        private static final TestApp APP = start();
    }

    private static Config config(TestDatabase database, Path home, Map<Setting, String> more) {
        Map<Setting, String> settings = new EnumMap<>(Map.of(
                Setting.HOME,
                home.toString(),
                Setting.PORT,
                "0",
                Setting.SAMPLE,
                "true",
                Setting.FOLLOW_MILLIS,
                "20",
                Setting.DATABASE_URL,
                database.address().jdbcUrl(),
                Setting.DATABASE_USER,
                database.address().user(),
                Setting.DATABASE_PASSWORD,
                database.address().password(),
                Setting.DATABASE_CONNECTIONS,
                "4"));
        settings.putAll(more);
        return Config.read(settings, Map.of());
    }

    /** Addresses that are open to some people only. */
    public List<TokenApi.Door> programDoors() {
        return app.programDoors();
    }

    public List<WorkPages.Door> doors() {
        return app.doors();
    }

    /** Templates of all addresses that may change something. */
    public List<String> changingAddresses() {
        return app.changingAddresses();
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String address() {
        return app.address();
    }

    /** Its own folder, with the index in it. */
    Path home() {
        return home;
    }

    /** Somebody else's build of its index, in which nothing happens by itself; to be closed. */
    public Generation build() {
        return Generation.start(
                new IndexSetup(home.resolve("index"), Samples.VOCABULARIES, Samples.GERMAN, Clock.systemUTC()));
    }

    public TestDatabase database() {
        return database;
    }

    /** What it is told by flags, for a command beside it: {@code --home=…}. */
    public List<String> flags() {
        return flags(database, databaseUrl, home);
    }

    static List<String> flags(TestDatabase database, Path home) {
        return flags(database, database.address().jdbcUrl(), home);
    }

    private static List<String> flags(TestDatabase database, String databaseUrl, Path home) {
        return List.of(
                "--home=" + home,
                "--database-url=" + databaseUrl,
                "--database-user=" + database.address().user(),
                "--database-password=" + database.address().password());
    }

    /** @param path from the root, with its query string */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public static HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    /** What is answered with 200. */
    public static byte[] bytes(HttpRequest request) {
        HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("asking " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        app.close();
        if (!keepsDatabase) {
            database.close();
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing " + home, e);
        }
    }
}
