package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LagWatchTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(LagWatch.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final LagWatch watch = new LagWatch(Duration.ofSeconds(30));

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    private void behind(int seconds) {
        watch.look(Duration.ofSeconds(seconds), () -> 12);
    }

    @Test
    void a_large_lag_is_told_once_and_once_that_it_is_over() {
        behind(0);
        behind(30);
        behind(31);
        behind(32);
        behind(1);
        behind(0);
        behind(0);
        behind(40);

        assertThat(log.list)
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .containsExactly(
                        "WARN the index lags behind the database: 12 changes, 31 s",
                        "INFO the index holds every change again",
                        "WARN the index lags behind the database: 12 changes, 40 s");
    }
}
