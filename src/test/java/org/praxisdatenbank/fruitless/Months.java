package org.praxisdatenbank.fruitless;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the test turns the page of the calendar. */
final class Months extends Clock {
    private volatile Instant now = Instant.parse("2026-01-31T22:00:00Z");

    void next() {
        now = now.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
