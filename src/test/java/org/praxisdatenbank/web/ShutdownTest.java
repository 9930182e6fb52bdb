package org.praxisdatenbank.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    @Test
    void idle_connections_of_browsers_do_not_hold_up_the_end() throws IOException {
        TestServer server = TestServer.start(new TestRoutes());
        try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            browser.getOutputStream()
                    .write("GET /page HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream answer = browser.getInputStream();
            assertThat(answer.read()).isEqualTo('H');
            long begun = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        }
    }
}
