package org.praxisdatenbank.review;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.Scope;

/** As whom somebody meets a practice; one person may be several of these. */
public enum Standing {
    /** Of the organisation that carries it, or who began it at an office. */
    OWNER,
    /** The office of one of its states. */
    OFFICE,
    /** An office, where no state is named: sees what editors review. */
    ONLOOKER,
    /** Reviews everything. */
    EDITOR;

    /** Who somebody is, as far as practices go. */
    public record Viewer(AccountId id, Role role, Scope scope) {}

    /**
     * Empty: it is none of theirs.
     *
     * @param provider of the practice; null: not stated
     * @param states of the practice
     * @param author who began the working copy; null: there is none
     */
    public static Set<Standing> of(
            Viewer viewer, @Nullable String provider, Collection<String> states, @Nullable AccountId author) {
        return switch (viewer.role()) {
            case PROVIDER -> provider != null && provider.equals(viewer.scope().provider()) ? Set.of(OWNER) : Set.of();
            case OFFICE -> office(viewer, states, author);
            case EDITOR, ADMIN -> Set.of(EDITOR);
        };
    }

    private static Set<Standing> office(Viewer viewer, Collection<String> states, @Nullable AccountId author) {
        Set<Standing> standings = EnumSet.noneOf(Standing.class);
        if (viewer.id().equals(author)) {
            standings.add(OWNER);
        }
        if (states.isEmpty()) {
            standings.add(ONLOOKER);
        }
        if (!Collections.disjoint(states, viewer.scope().states())) {
            standings.add(OFFICE);
        }
        return standings;
    }
}
