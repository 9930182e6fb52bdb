package org.praxisdatenbank.account;

import java.util.List;
import org.praxisdatenbank.web.Fault;

/** One's own account as it is shown. */
public record OwnAccountPage(WorkFrame work, List<Session> sessions, List<Fault> faults) {
    public OwnAccountPage {
        sessions = List.copyOf(sessions);
        faults = List.copyOf(faults);
    }

    public Account account() {
        return work.who().account();
    }
}
