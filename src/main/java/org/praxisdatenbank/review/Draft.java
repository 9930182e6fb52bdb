package org.praxisdatenbank.review;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.review.Standing.Viewer;

/**
 * A working copy of a practice.
 *
 * @param version one more with each change of what was entered or where it stands
 * @param changed when that last happened
 */
record Draft(DraftId id, Origin origin, Stage stage, Entered entered, long version, Instant changed) {
    /**
     * Where it comes from.
     *
     * @param practice null: a new one that has no id yet
     * @param basedOn version of the published practice that it was made from; null: a new one
     * @param author who began it; null: whoever answered a letter, without an account
     */
    record Origin(@Nullable PracticeId practice, @Nullable Long basedOn, @Nullable AccountId author) {}

    /** What somebody may do with it; empty: not even see it. */
    Set<Step> steps(Viewer viewer) {
        String provider = entered.text("provider");
        return Path.steps(
                Standing.of(viewer, provider.isEmpty() ? null : provider, entered.list("states"), origin.author()),
                stage);
    }

    /** Whether the public knows the practice in another state. */
    boolean isRevision() {
        return origin.basedOn() != null;
    }

    /** Empty: none was entered yet. */
    String title() {
        return entered.text("title");
    }

    /** For checks and previews, as long as there is none of its own. */
    String recordId() {
        @Nullable PracticeId practice = origin.practice();
        return practice == null ? "entwurf" : practice.value();
    }
}
