package org.praxisdatenbank.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Plain lines for logs and pipes: {@code import: 20,000 of 100,000, 9,800/s, 0:09 left}, one every few seconds at most. */
final class LineProgress implements Progress {
    static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final Consumer<String> out;
    private final InstantSource clock;
    private String name = "";
    private long total;
    private long done;
    private long printed;
    private Instant began = Instant.EPOCH;
    private Instant nextLine = Instant.MAX;

    LineProgress(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void phase(String name, long total) {
        close();
        this.name = name;
        this.total = total;
        done = 0;
        printed = 0;
        began = clock.instant();
        nextLine = began.plus(BETWEEN_LINES);
    }

    @Override
    public void advance(long steps) {
        done += steps;
        Instant now = clock.instant();
        if (!now.isBefore(nextLine)) {
            print(now);
        }
    }

    /** The last line tells the whole, but only where others came before: short work stays silent. */
    @Override
    public void close() {
        if (printed > 0 && done > printed) {
            print(clock.instant());
        }
        nextLine = Instant.MAX;
    }

    private void print(Instant now) {
        Pace pace = new Pace(done, total, Duration.between(began, now));
        String of = total < 0 ? "" : String.format(Locale.ENGLISH, " of %,d", total);
        String left = pace.left().isEmpty() ? "" : ", " + pace.left() + " left";
        out.accept(String.format(Locale.ENGLISH, "%s: %,d%s, %,d/s%s", name, done, of, pace.perSecond(), left));
        printed = done;
        nextLine = now.plus(BETWEEN_LINES);
    }
}
