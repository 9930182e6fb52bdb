package org.praxisdatenbank.account;

import java.util.List;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;

/**
 * Chooses a password.
 *
 * @param email of the account; empty: the link no longer holds
 */
public record ChoosePage(Frame frame, String email, String path, List<Fault> faults) {
    public ChoosePage {
        faults = List.copyOf(faults);
    }
}
