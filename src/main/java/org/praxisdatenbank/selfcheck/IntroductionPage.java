package org.praxisdatenbank.selfcheck;

import java.util.List;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;

/**
 * What the self-check is, and where it begins.
 *
 * @param faults of a file that was sent to go on with
 */
public record IntroductionPage(Frame frame, List<Fault> faults) {
    public IntroductionPage {
        faults = List.copyOf(faults);
    }
}
