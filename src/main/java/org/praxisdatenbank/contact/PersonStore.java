package org.praxisdatenbank.contact;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AccountStore;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;

/** Erases a person wherever the database knows them; safe for use by any thread. */
public final class PersonStore {
    private final Jdbi jdbi;

    public PersonStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All at once or nothing; the audit log tells how much it was, not of whom. */
    void erase(String email, Optional<AccountId> account, Doer doer) {
        jdbi.useTransaction(db -> {
            int contacts = ContactStore.erase(db, email);
            account.ifPresent(id -> AccountStore.erase(db, id));
            String detail = "contacts %d, accounts %d".formatted(contacts, account.isPresent() ? 1 : 0);
            AuditStore.add(
                    db,
                    doer,
                    new Deed("person.erased", account.map(AccountId::toString).orElse(null), detail));
        });
    }
}
