package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogLinesTest {
    private static final String FORGED = "x\n2026-01-01T00:00:00.000Z INFO  App - all is well\r\u001B[2J\u2028\u202Ey";
    private static final String SHOWN =
            "x\\u000a2026-01-01T00:00:00.000Z INFO  App - all is well\\u000d\\u001b[2J\\u2028\\u202ey";

    private static String lines(String message, @Nullable Throwable failure, Object... arguments) {
        LoggerContext context = new LoggerContext();
        LogLines layout = new LogLines();
        layout.setContext(context);
        layout.start();
        LoggingEvent event = new LoggingEvent(
                "test", context.getLogger("org.praxisdatenbank.App"), Level.ERROR, message, failure, arguments);
        return layout.doLayout(event);
    }

    @Test
    void an_event_is_a_line_with_time_level_and_class() {
        assertThat(lines("Größe: {} Bytes", null, 7))
                .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{12}\\S+ ERROR App - Größe: 7 Bytes\\R");
    }

    @Test
    void what_comes_from_outside_begins_no_line_and_steers_no_terminal() {
        assertThat(lines("asked for {}", null, FORGED)).endsWith(" - asked for " + SHOWN + System.lineSeparator());
    }

    @Test
    void nor_does_the_message_of_an_exception_its_causes_or_what_it_suppressed() {
        Exception failure = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
        failure.addSuppressed(new java.io.IOException(FORGED));
        String text = lines("failed", failure);
        assertThat(text)
                .contains("java.lang.IllegalStateException: " + SHOWN)
                .contains("Caused by: java.lang.IllegalArgumentException: " + SHOWN)
                .contains("Suppressed: java.io.IOException: " + SHOWN);
        assertThat(text.lines().skip(1))
                .allMatch(line -> line.matches(
                        "java\\.lang\\.IllegalStateException: .*|\\s*(at |Caused by: |Suppressed: |\\.\\.\\. ).*"));
    }
}
