package org.praxisdatenbank;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Visible;

/**
 * How an event becomes lines of the log. Only the program begins a line: what a message holds, also that of an exception,
 * is made {@linkplain Visible visible} first, as it may come from outside.
 */
final class LogLines extends PatternLayout {
    private static final String PATTERN = "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"} %-5level %logger{0} - %msg%n%ex";

    LogLines() {
        getInstanceConverterMap().put("msg", Message::new);
        getInstanceConverterMap().put("ex", Failure::new);
        setPattern(PATTERN);
    }

    private static final class Message extends MessageConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return Visible.of(super.convert(event));
        }
    }

    /** The places in the code stand in lines of their own. */
    private static final class Failure extends ThrowableProxyConverter {
        @Override
        protected String throwableProxyToString(IThrowableProxy failure) {
            return super.throwableProxyToString(new Shown(failure));
        }
    }

    /** The same with visible messages. */
    private record Shown(IThrowableProxy failure) implements IThrowableProxy {
        private static @Nullable String visible(@Nullable String message) {
            return message == null ? null : Visible.of(message);
        }

        @Override
        public @Nullable String getMessage() {
            return visible(failure.getMessage());
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return visible(failure.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return failure.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return failure.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return failure.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            @Nullable IThrowableProxy cause = failure.getCause();
            return cause == null ? null : new Shown(cause);
        }

        @Override
        public IThrowableProxy @Nullable [] getSuppressed() {
            IThrowableProxy @Nullable [] suppressed = failure.getSuppressed();
            return suppressed == null
                    ? null
                    : Stream.of(suppressed).map(Shown::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return failure.isCyclic();
        }
    }
}
