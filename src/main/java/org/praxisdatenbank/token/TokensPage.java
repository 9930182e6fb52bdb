package org.praxisdatenbank.token;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.web.Fault;

/**
 * Somebody's tokens, and the form for one more.
 *
 * @param open what may be chosen
 * @param typed what the form holds
 * @param made the secret of a token that was made just now; null: none was
 */
public record TokensPage(
        WorkFrame work,
        List<AccessToken> tokens,
        Set<Permission> open,
        Instant now,
        Entered typed,
        @Nullable String made,
        List<Fault> faults) {
    /** Characters of a label, as in the database. */
    public static final int LABEL_LENGTH = 100;

    /** How long a token may hold. */
    static final List<String> DAYS = List.of("30", "90", "365");

    public TokensPage {
        tokens = List.copyOf(tokens);
        open = Collections.unmodifiableSet(new TreeSet<>(open));
        faults = List.copyOf(faults);
    }

    /**
     * What was entered for a new token, right or not.
     *
     * @param days how long it shall hold
     */
    public record Entered(String label, Set<Permission> permissions, String days) {
        static final Entered NOTHING = new Entered("", Set.of(), "90");

        public Entered {
            permissions = Set.copyOf(permissions);
        }
    }

    public List<String> days() {
        return DAYS;
    }

    public boolean hasEnded(AccessToken token) {
        return !token.ends().isAfter(now);
    }

    /** {@code Suchindex, Protokoll}. */
    public String permissions(AccessToken token) {
        return String.join(
                ", ",
                token.permissions().stream()
                        .map(permission -> work.text("token.permission." + permission.id()))
                        .toList());
    }
}
