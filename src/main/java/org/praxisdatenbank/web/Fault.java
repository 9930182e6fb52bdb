package org.praxisdatenbank.web;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one field of a form, for people.
 *
 * @param field its name, and the id of its element
 * @param text says what is wrong and what to do
 */
public record Fault(String field, String text) {
    /** The text for a field; empty: nothing is wrong with it. */
    public static Optional<String> of(String field, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst();
    }
}
