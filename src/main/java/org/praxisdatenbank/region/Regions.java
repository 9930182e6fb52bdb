package org.praxisdatenbank.region;

import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * Offices and municipalities, read once: only a migration changes them, and the pages that show them shall not need the
 * database.
 *
 * @param offices in no particular order
 * @param municipalities in no particular order
 */
public record Regions(List<Office> offices, List<Municipality> municipalities) {
    public Regions {
        offices = List.copyOf(offices);
        municipalities = List.copyOf(municipalities);
    }

    Optional<Office> office(TermId state) {
        return offices.stream().filter(office -> office.state().equals(state)).findFirst();
    }

    /** Those of one state. */
    List<Municipality> municipalities(TermId state) {
        return municipalities.stream()
                .filter(municipality -> municipality.state().equals(state))
                .toList();
    }
}
