package org.praxisdatenbank.account;

import java.util.List;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;

/**
 * Asks for a link to choose a new password.
 *
 * @param isSent whether a link is on its way, if there is such an account
 */
public record ForgottenPage(Frame frame, String email, boolean isSent, List<Fault> faults) {
    public ForgottenPage {
        faults = List.copyOf(faults);
    }
}
