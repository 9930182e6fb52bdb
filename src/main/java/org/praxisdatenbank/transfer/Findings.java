package org.praxisdatenbank.transfer;

import java.util.List;

/**
 * What an import found at fault.
 *
 * @param first the first of them, as many as were asked for
 * @param total how many there are in all
 * @param records in how many records they are
 */
public record Findings(List<Finding> first, long total, long records) {
    public static final Findings NONE = new Findings(List.of(), 0, 0);

    public Findings {
        first = List.copyOf(first);
    }
}
