package org.praxisdatenbank.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is here for; decides what they may do. */
public enum Role {
    /** Enters and keeps the practices of one organisation. */
    PROVIDER,
    /** A state's office: reviews what is offered in its states. */
    OFFICE,
    /** Reviews everything. */
    EDITOR,
    /** Keeps accounts, lists and the index; may do whatever an editor may. */
    ADMIN;

    /** As in the database, in texts and on the command line: {@code office}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty: there is no such role. */
    public static Optional<Role> of(String id) {
        return Stream.of(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
