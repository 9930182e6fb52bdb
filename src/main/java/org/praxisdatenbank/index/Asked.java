package org.praxisdatenbank.index;

import java.util.List;
import org.praxisdatenbank.index.Ranking.Weighted;

/**
 * A word, phrase or pattern of a query, with all ways by which it can be found.
 *
 * @param text as typed
 * @param fields where it is looked for
 * @param ways at least one
 */
record Asked(String text, List<Weighted> fields, List<Way> ways) {
    Asked {
        fields = List.copyOf(fields);
        ways = List.copyOf(ways);
    }
}
