package org.praxisdatenbank.fruitless;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.schedule.Recurring;
import org.praxisdatenbank.search.FoundNothing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes searches that found nothing and writes each minute, and when it is closed, those that several visitors made; what
 * cannot be written is tried again. Safe for use by any thread.
 */
public final class FruitlessSearches implements FoundNothing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FruitlessSearches.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    /** What is longer nobody types a second time. */
    private static final int LONGEST = 100;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private final FruitlessStore store;
    private final Clock clock;
    private final Tally tally;
    private final Recurring writing;
    private @Nullable YearMonth swept;

    private FruitlessSearches(FruitlessStore store, Clock clock, Duration every) {
        this.store = store;
        this.clock = clock;
        this.tally = new Tally(clock);
        this.writing = Recurring.start("fruitless", () -> {
            write();
            return every;
        });
    }

    /** Begins to write. */
    public static FruitlessSearches start(FruitlessStore store, Clock clock) {
        return start(store, clock, EVERY);
    }

    static FruitlessSearches start(FruitlessStore store, Clock clock, Duration every) {
        return new FruitlessSearches(store, clock, every);
    }

    @Override
    public void search(String text, @Nullable String visitor) {
        normal(text).ifPresent(normal -> tally.add(normal, visitor));
    }

    /** As searches compare; empty: not to be counted, as it is too long, or names somebody's mailbox. */
    static Optional<String> normal(String text) {
        if (text.length() > 2 * LONGEST || text.indexOf('@') >= 0) {
            return Optional.empty();
        }
        String plain = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.GERMAN);
        return plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST
                ? Optional.empty()
                : Optional.of(plain);
    }

    private synchronized void write() {
        try {
            YearMonth now = YearMonth.now(clock);
            if (!now.equals(swept)) {
                store.sweep(now);
                swept = now;
            }
            for (Share share : tally.due()) {
                tally.written(share, store.add(share));
            }
        } catch (RuntimeException e) { // never with its message, which may hold a text
            if (Outage.isBehind(e)) {
                LOG.info("searches that found nothing are written when the database is back");
            } else if (!Thread.currentThread().isInterrupted()) {
                LOG.warn(
                        "searches that found nothing are written later: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void close() {
        writing.close();
        write();
    }
}
