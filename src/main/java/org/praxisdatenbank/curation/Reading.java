package org.praxisdatenbank.curation;

import java.util.List;
import org.praxisdatenbank.curation.Entered.Part;

/** What was made of what somebody has entered. */
public sealed interface Reading {
    /** It can be done. */
    record Right(Edit edit) implements Reading {}

    /** @param wrong at least one */
    record Faulty(List<Wrong> wrong) implements Reading {
        public Faulty {
            wrong = List.copyOf(wrong);
        }
    }

    /** @param textKey says what is wrong with that part and what to do */
    record Wrong(Part part, String textKey) {}
}
