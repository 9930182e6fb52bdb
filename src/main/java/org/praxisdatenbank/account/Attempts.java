package org.praxisdatenbank.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody has tried in vain to sign in, by account and by address, and how long the next try must wait: longer
 * each time, never for ever. Kept in memory, for an hour. Safe for use by any thread.
 */
final class Attempts {
    private static final int FREE = 4;
    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final int MOST_KEYS = 50_000;
    private static final int MOST_DOUBLINGS = 20;

    private final Cache<String, Failures> failures;
    private final InstantSource clock;

    Attempts(InstantSource clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterWrite(FORGET_AFTER)
                .build();
    }

    private record Failures(int count, Instant last) {}

    /**
     * How long to wait before the next try; zero: now.
     *
     * @param longest by key: an account's wait is short, so that nobody can lock somebody else out
     */
    Duration await(Map<String, Duration> longest) {
        return longest.entrySet().stream()
                .map(key -> await(key.getKey(), key.getValue()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration await(String key, Duration longest) {
        @Nullable Failures before = failures.getIfPresent(key);
        if (before == null || before.count() <= FREE) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(before.count() - FREE - 1, MOST_DOUBLINGS);
        Duration pause = Duration.ofSeconds(Math.min(seconds, longest.toSeconds()));
        Duration left = Duration.between(clock.instant(), before.last().plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void failed(String key) {
        failures.asMap()
                .merge(
                        key,
                        new Failures(1, clock.instant()),
                        (before, now) -> new Failures(before.count() + 1, now.last()));
    }

    void succeeded(String key) {
        failures.invalidate(key);
    }
}
