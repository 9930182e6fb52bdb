package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.web.Answers.Asked;
import org.praxisdatenbank.web.Answers.Fresh;
import org.praxisdatenbank.web.Answers.Question;
import org.praxisdatenbank.web.WebSettings.Allowance;

/** A server that counts how often it has to make an answer; what is asked for tells what happens meanwhile. */
final class KeptAnswersTest {
    private static final int MOST_BYTES = 100_000;
    private static final String LONG = "0123456789".repeat(1_000);

    private final AtomicReference<Object> state = new AtomicReference<>("first");
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final List<Boolean> given = new CopyOnWriteArrayList<>();
    private final Answers answers = new Answers(MOST_BYTES, state::get, given::add);
    private final Answers none = new Answers(0, state::get, given::add);
    private final TestServer server = TestServer.start(
            TestServer.AMPLE,
            new Allowance(4, 1, TrustedProxies.parse("127.0.0.1")),
            routes -> routes.get("/suche", request -> {
                String query = String.valueOf(request.queryString());
                (query.startsWith("none") ? none : answers).give(request, () -> read(request.path(), query));
            }));

    /** Refuses one address; the order of the parameters does not matter. */
    private Asked read(String path, String query) {
        read.incrementAndGet();
        if (query.equals("wrong")) {
            throw new Problem.Invalid("wrong", "problem.encoding").raise();
        }
        String canonical = Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&"));
        return new Asked(new Question(path, "", canonical), () -> make(query));
    }

    private Fresh make(String query) {
        int number = made.incrementAndGet();
        if (query.equals("changing")) {
            state.set(number);
        }
        String text = query.equals("short") ? "" : LONG;
        return new Fresh(Body.json(json -> json.writeString(number + text)), !query.equals("partial"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }

    @Test
    void an_answer_is_made_once_for_all_forms_of_it() throws IOException {
        HttpResponse<byte[]> first = server.get("/suche?q=a");
        HttpResponse<byte[]> second = server.get("/suche?q=a");
        HttpResponse<byte[]> compressed = server.get("/suche?q=a", "Accept-Encoding", "gzip");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().map().keySet())
                .isEqualTo(first.headers().map().keySet());
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"))
                .isEqualTo(compressed.headers().firstValue("ETag"))
                .isPresent();
        assertThat(unzipped(compressed)).isEqualTo(first.body());
        assertThat(made).hasValue(1);
        assertThat(given).containsExactly(false, true, true);
    }

    @Test
    void an_address_is_read_once_and_others_that_ask_the_same_share_the_answer() {
        byte[] first = server.get("/suche?q=a&q=b").body();
        assertThat(server.get("/suche?q=a&q=b").body()).isEqualTo(first);
        assertThat(read).hasValue(1);
        assertThat(server.get("/suche?q=b&q=a").body()).isEqualTo(first);
        assertThat(server.get("/suche?q=b&q=a").body()).isEqualTo(first);
        assertThat(read).hasValue(2);
        assertThat(made).hasValue(1);
        assertThat(given).containsExactly(false, true, true, true);
    }

    @Test
    void what_cannot_be_read_is_refused_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThat(server.get("/suche?wrong").statusCode()).isEqualTo(400);
        }
        assertThat(answers.size()).isZero();
    }

    @Test
    void the_compressed_form_is_kept_too() {
        byte[] first = server.get("/suche?q=a", "Accept-Encoding", "gzip").body();
        long size = answers.size();
        assertThat(server.get("/suche?q=a", "Accept-Encoding", "gzip").body()).isEqualTo(first);
        assertThat(size).isEqualTo(answers.size()).isGreaterThan(LONG.length() + first.length);
    }

    @Test
    void a_short_answer_is_not_compressed() {
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> answer = server.get("/suche?short", "Accept-Encoding", "gzip");
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(TestServer.text(answer)).isEqualTo("\"1\"");
        }
    }

    @Test
    void who_has_a_kept_answer_is_told_so_without_it() {
        String tag = server.get("/suche?q=a").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> answer = server.get("/suche?q=a", "If-None-Match", tag, "Accept-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(made).hasValue(1);
    }

    @Test
    void another_question_has_another_answer() {
        assertThat(server.get("/suche?q=a").body())
                .isNotEqualTo(server.get("/suche?q=b").body());
    }

    @Test
    void no_answer_outlives_what_it_was_made_from() {
        server.get("/suche?q=a");
        state.set("second");
        assertThat(TestServer.text(server.get("/suche?q=a"))).startsWith("\"20");
        assertThat(given).containsExactly(false, false);
    }

    @Test
    void what_was_made_while_something_changed_is_not_kept() {
        server.get("/suche?changing");
        server.get("/suche?changing");
        assertThat(made).hasValue(2);
        assertThat(answers.size()).isZero();
    }

    @Test
    void a_partial_answer_is_not_kept_by_anybody() {
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> answer = server.get("/suche?partial");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
        assertThat(made).hasValue(2);
        assertThat(answers.size()).isZero();
    }

    @Test
    void without_room_everything_is_made_anew_and_is_the_same_otherwise() throws IOException {
        HttpResponse<byte[]> first = server.get("/suche?none");
        HttpResponse<byte[]> second = server.get("/suche?none", "Accept-Encoding", "gzip");
        assertThat(TestServer.text(first)).isEqualTo("\"1" + LONG + "\"");
        assertThat(unzipped(second)).asString().isEqualTo("\"2" + LONG + "\"");
        assertThat(given).containsExactly(false, false);
    }

    @Test
    void many_questions_take_no_more_than_their_bytes() {
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            server.get("/suche?q=" + i, "Accept-Encoding", i % 2 == 0 ? "gzip" : "identity");
            sizes.add(answers.size());
        }
        assertThat(sizes).allMatch(size -> size <= MOST_BYTES).last().satisfies(size -> assertThat(size)
                .isGreaterThan(MOST_BYTES / 2));
    }

    @Test
    void a_kept_answer_is_cheap() {
        String path = "/suche?state=DE-BE&state=DE-BY";
        String[] visitor = {"X-Forwarded-For", "203.0.113.7"};
        server.get(path);
        assertThat(server.get(path, visitor).statusCode()).isEqualTo(200);
        assertThat(server.get("/suche?state=DE-BE", visitor).statusCode()).isEqualTo(200);
        assertThat(server.get("/suche?state=DE-BE&state=DE-BB", visitor).statusCode())
                .isEqualTo(429);
    }
}
