package org.praxisdatenbank.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.linkcheck.LinkStore.Link;
import org.praxisdatenbank.linkcheck.LinkStore.Told;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.schedule.Recurring;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;

/** Against real websites, on this machine. */
final class LinkLookTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Map<String, Integer> STATUS = Map.of(
            "/fine",
            200,
            "/gone",
            404,
            "/withdrawn",
            410,
            "/broken",
            503,
            "/closed",
            403,
            "/headless",
            200,
            "/new",
            200);

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer website;
    private TestDatabase database;
    private LinkStore links;

    @BeforeEach
    void start() throws IOException {
        website = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        website.createContext("/", this::answer);
        website.start();
        database = TestDatabase.create();
        links = new LinkStore(jdbi());
    }

    @AfterEach
    void stop() {
        website.stop(0);
        database.close();
    }

    private Jdbi jdbi() {
        return database.database().jdbi();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("User-Agent"));
        int status = STATUS.getOrDefault(path, 301);
        if (path.equals("/headless") && exchange.getRequestMethod().equals("HEAD")) {
            status = 405;
        }
        if (status == 301) {
            exchange.getResponseHeaders().add("Location", path.equals("/old") ? "/new" : "/endless");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + website.getAddress().getPort() + path;
    }

    private Look look(String url) throws InterruptedException {
        try (Probe probe = new Probe("Test/1", Duration.ofSeconds(5), address -> true)) {
            return probe.look(url);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/fine, FINE, 200",
        "/gone, GONE, 404",
        "/withdrawn, GONE, 410",
        "/broken, FAILING, 503",
        "/closed, FINE, 403",
        "/headless, FINE, 200",
        "/old, MOVED, 200",
        "/endless, ENDLESS, "
    })
    void an_answer_is_judged(String path, Outcome outcome, Integer status) throws InterruptedException {
        Look look = look(url(path));

        assertThat(look.outcome()).isEqualTo(outcome);
        assertThat(look.status()).isEqualTo(status);
        assertThat(Optional.ofNullable(look.moved()))
                .isEqualTo(path.equals("/old") ? Optional.of(url("/new")) : Optional.empty());
        assertThat(asked).allSatisfy(request -> assertThat(request).endsWith("Test/1"));
    }

    @Test
    void where_nobody_answers_that_is_told() throws InterruptedException {
        String url = url("/fine");
        website.stop(0);
        assertThat(look(url).outcome()).isEqualTo(Outcome.SILENT);
        assertThat(look("http://gibt-es-nicht.invalid/").outcome()).isEqualTo(Outcome.NO_HOST);
        assertThat(look("http://a b/").outcome()).isEqualTo(Outcome.NO_HOST);
    }

    @Test
    void what_is_not_public_is_not_asked() throws InterruptedException {
        try (Probe probe = new Probe("Test/1", Duration.ofSeconds(5), PublicAddress::is)) {
            assertThat(probe.look(url("/fine")).outcome()).isEqualTo(Outcome.NOT_PUBLIC);
        }
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1"
            })
    void private_addresses_are_known(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "192.0.3.1", "2001:db9::1"})
    void public_addresses_are_known(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    /** Takes it in, or gives it another website. */
    private void practice(String id, String path) {
        String file = "{\"id\": \"" + id + "\", \"type\": \"project\", \"title\": \"" + id
                + "\", \"summary\": \"Alle kochen.\", \"states\": [\"DE-BE\"], \"website\": \"" + url(path) + "\"}";
        ImportResult result = new Importer(new ImportStore(jdbi()), ImportLimits.DEFAULT)
                .run(
                        ImportSource.upload("a.jsonl", file.getBytes(StandardCharsets.UTF_8), Authorship.IMPORT),
                        false,
                        Progress.NONE);
        assertThat(result.isRefused()).as(result.toString()).isFalse();
    }

    private void daysPass(int days) {
        jdbi().useHandle(db -> db.createUpdate("UPDATE link_check SET checked = checked - :days * interval '1 day'")
                .bind("days", days)
                .execute());
    }

    /** Looks at all that is due. */
    private void lookAtAll() throws InterruptedException {
        for (Optional<Link> link = links.claim(MONTH); link.isPresent(); link = links.claim(MONTH)) {
            links.save(link.get(), look(link.get().url()));
        }
    }

    private List<String> told() {
        return links.list(null, 10).stream()
                .map(told -> told.link().practice().value() + " "
                        + told.look().outcome().id())
                .toList();
    }

    @Test
    void what_fails_twice_is_told_and_what_answers_again_is_not() throws InterruptedException {
        practice("gut", "/fine");
        practice("weg", "/gone");
        practice("umgezogen", "/old");

        lookAtAll();
        assertThat(told()).containsExactly("umgezogen moved");
        assertThat(links.claim(MONTH)).isEmpty();

        daysPass(4);
        lookAtAll();
        assertThat(told()).containsExactly("weg gone", "umgezogen moved");
        assertThat(links.list(Set.of("DE-BE"), 10)).extracting(Told::title).containsExactly("weg", "umgezogen");
        assertThat(links.list(Set.of("DE-HH"), 10)).isEmpty();

        practice("weg", "/fine");
        assertThat(told()).containsExactly("umgezogen moved");
        assertThat(links.claim(MONTH)).map(Link::practice).hasValue(new PracticeId("weg"));
    }

    @Test
    void a_website_that_answers_is_left_alone_for_the_time_that_is_set() throws InterruptedException {
        practice("gut", "/fine");
        lookAtAll();
        daysPass(29);
        assertThat(links.claim(MONTH)).isEmpty();
        daysPass(2);
        assertThat(links.claim(MONTH)).isPresent();
    }

    @Test
    void the_server_looks_by_itself() throws InterruptedException {
        practice("eins", "/fine");
        practice("zwei", "/gone");
        Recurring look = LinkLook.start(links, MONTH, "Test/1", address -> true, Duration.ZERO);
        try (look) {
            while (jdbi().withHandle(db -> db.createQuery("SELECT count(outcome) FROM link_check")
                            .mapTo(Integer.class)
                            .one())
                    < 2) {
                Thread.onSpinWait();
            }
        }
        assertThat(asked).contains("HEAD /fine Test/1", "HEAD /gone Test/1", "GET /gone Test/1");
    }
}
