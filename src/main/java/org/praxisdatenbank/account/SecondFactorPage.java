package org.praxisdatenbank.account;

import java.util.List;
import org.praxisdatenbank.web.Fault;

/**
 * Setting up the second factor.
 *
 * @param secret for the form, in Base64
 * @param typed the same for typing it into an application, in groups of four
 * @param picture the same for taking a picture of it
 */
public record SecondFactorPage(WorkFrame work, String secret, String typed, QrCode picture, List<Fault> faults) {
    public SecondFactorPage {
        faults = List.copyOf(faults);
    }
}
