package org.praxisdatenbank.selfcheck;

import java.util.List;
import org.praxisdatenbank.web.Fault;

/**
 * What was sent.
 *
 * @param check all that could be read of it; of a form everything that was typed, right or wrong
 * @param faults empty: it can be used
 */
record Submission(SelfCheck check, List<Fault> faults) {
    Submission {
        faults = List.copyOf(faults);
    }

    boolean isUsable() {
        return faults.isEmpty();
    }
}
