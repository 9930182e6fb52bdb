package org.praxisdatenbank.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One value of a list.
 *
 * @param position place in the current edition's order, from 1
 * @param label the current edition's label
 * @param others labels in other editions, in the order of the editions' ids
 */
public record Term(TermId id, int position, Label label, List<OtherEdition> others) {
    public Term {
        others = List.copyOf(others);
    }

    /** How another edition of the list names and numbers the same term. */
    public record OtherEdition(String edition, int position, Label label) {}

    public String label(Locale language) {
        return label.in(language);
    }

    public Optional<OtherEdition> inEdition(String edition) {
        return others.stream().filter(other -> other.edition().equals(edition)).findFirst();
    }
}
