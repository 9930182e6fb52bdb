package org.praxisdatenbank.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.web.WebSettings.Allowance;

/**
 * What each visitor has left to spend; in memory only, and forgotten once it is all there again. Safe for use by any
 * thread.
 */
final class Budget {
    /** Some twenty megabytes. Beyond, whoever has not come for longest is forgotten, and has a full budget again. */
    private static final int MOST_VISITORS = 50_000;

    private final Allowance allowance;
    private final TimeMeter clock;
    private final Cache<Visitor, Bucket> buckets;

    Budget(Allowance allowance, TimeMeter clock) {
        this.allowance = allowance;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_VISITORS)
                .expireAfterAccess(Duration.ofSeconds(1L + allowance.tokens() / allowance.backASecond()))
                .build();
    }

    /** Takes the tokens and returns 0, or takes none and returns how many seconds it is until they are there. */
    long pay(Visitor visitor, int tokens) {
        if (allowance.tokens() == 0 || tokens == 0) {
            return 0;
        }
        Bucket bucket = buckets.get(visitor, this::full);
        var paid = bucket.tryConsumeAndReturnRemaining(Math.min(tokens, allowance.tokens()));
        return paid.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(paid.getNanosToWaitForRefill());
    }

    /** For a request that was not worked on after all. */
    void giveBack(Visitor visitor, int tokens) {
        Bucket bucket = buckets.getIfPresent(visitor);
        if (bucket != null) {
            bucket.addTokens(Math.min(tokens, allowance.tokens()));
        }
    }

    private Bucket full(Visitor visitor) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(allowance.tokens()).refillGreedy(allowance.backASecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
