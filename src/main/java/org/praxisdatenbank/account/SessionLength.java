package org.praxisdatenbank.account;

import java.time.Duration;

/**
 * When a session ends by itself.
 *
 * @param idle after so long without a request
 * @param whole after so long in any case
 */
public record SessionLength(Duration idle, Duration whole) {
    public static final SessionLength DEFAULT = new SessionLength(Duration.ofHours(2), Duration.ofHours(12));
}
