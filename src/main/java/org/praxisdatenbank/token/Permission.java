package org.praxisdatenbank.token;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.praxisdatenbank.account.Role;

/** What a token is good for; each for those only who may do the same in the browser. */
public enum Permission {
    /** See how the index stands, build it anew, compare, repair, go back. */
    INDEX(false),
    /** See, invite and close accounts. */
    ACCOUNTS(false),
    /** Read the audit log. */
    AUDIT(false),
    /** Import practices. */
    IMPORT(true),
    /** Read the lists and edit them. */
    VOCABULARIES(false),
    /** Read and write the texts of the operator's pages. */
    TEXTS(false),
    /** Read and delete searches that found nothing. */
    FRUITLESS(true),
    /** Read how much waits for whoever holds the token. */
    WAITING(true);

    private final boolean isForEditors;

    /** @param isForEditors false: for admins only */
    Permission(boolean isForEditors) {
        this.isForEditors = isForEditors;
    }

    /** As in the database, in forms and texts: {@code index}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty: there is no such permission. */
    static Optional<Permission> of(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** All that somebody of that role may give, in the order of this list; a set of the caller's own. */
    static SortedSet<Permission> of(Role role) {
        return Stream.of(values())
                .filter(permission -> role == Role.ADMIN || (role == Role.EDITOR && permission.isForEditors))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
