package org.praxisdatenbank.linkcheck;

import org.jspecify.annotations.Nullable;

/**
 * One look at a website.
 *
 * @param status of HTTP; null: no answer
 * @param moved where it has moved to for good; null: nowhere
 */
record Look(Outcome outcome, @Nullable Integer status, @Nullable String moved) {
    static Look without(Outcome outcome) {
        return new Look(outcome, null, null);
    }
}
