package org.praxisdatenbank.account;

import java.util.List;
import org.praxisdatenbank.web.Fault;

/**
 * Setting up the second factor.
 *
 * @param secret for the form, in Base64
 * @param typed the same for typing it into an application, in groups of four
 * @param picture path of the QR code's SVG
 * @param size of the picture, in its units
 */
public record SecondFactorPage(
        WorkFrame work, String secret, String typed, String picture, int size, List<Fault> faults) {
    public SecondFactorPage {
        faults = List.copyOf(faults);
    }
}
