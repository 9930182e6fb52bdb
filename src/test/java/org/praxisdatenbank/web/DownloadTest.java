package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.praxisdatenbank.problem.Problem;

/** Who reads a download to its end has all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DownloadTest {
    private final TestServer server = TestServer.start(routes -> {
        routes.get("/whole", request -> download(request, out -> out.write("all".getBytes(StandardCharsets.UTF_8))));
        routes.get(
                "/broken",
                request -> download(request, out -> {
                    out.write(new byte[200_000]);
                    throw new IllegalStateException("the database is gone");
                }));
        routes.get(
                "/early",
                request -> download(request, out -> {
                    throw new IllegalStateException("before anything was sent");
                }));
        routes.get("/unsent", request -> new Download(request, DownloadType.CSV, "a.csv").run(() -> {
            throw new Problem.NotFound("practice", "x").raise();
        }));
    });

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void download(io.javalin.http.Context request, Writing writing) {
        Download download = new Download(request, DownloadType.CSV, "a.csv");
        download.run(() -> {
            OutputStream out = Objects.requireNonNull(download.begin(7));
            writing.to(out);
            out.flush();
        });
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void a_whole_one_ends_well() {
        assertThat(TestServer.text(server.get("/whole"))).isEqualTo("all");
        assertThat(server.get("/whole").headers().firstValue("X-Total-Count")).hasValue("7");
    }

    @Test
    void one_that_fails_breaks_the_connection() {
        assertThatThrownBy(() -> server.get("/broken")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void what_fails_before_anything_was_sent_is_answered() {
        assertThat(server.get("/unsent").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> early = server.get("/early");
        assertThat(early.statusCode()).isEqualTo(500);
        assertThat(early.headers().firstValue("X-Total-Count")).isEmpty();
        assertThat(early.headers().firstValue("Content-Disposition")).isEmpty();
    }
}
