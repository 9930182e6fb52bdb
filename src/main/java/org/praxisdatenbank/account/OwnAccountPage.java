package org.praxisdatenbank.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Fault;

/**
 * One's own account as it is shown.
 *
 * @param identityProvider what people call it; null: there is none
 */
public record OwnAccountPage(
        WorkFrame work, List<Session> sessions, @Nullable String identityProvider, List<Fault> faults) {
    public OwnAccountPage {
        sessions = List.copyOf(sessions);
        faults = List.copyOf(faults);
    }

    public Account account() {
        return work.who().account();
    }
}
