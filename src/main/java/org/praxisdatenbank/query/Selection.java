package org.praxisdatenbank.query;

import java.util.Collection;
import java.util.Collections;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * What is chosen in one facet. The sets are in the order of their characters, so that equal choices print equally.
 *
 * @param any at least one of these, if there are any
 * @param all every one of these
 * @param none not one of these
 */
public record Selection(SequencedSet<String> any, SequencedSet<String> all, SequencedSet<String> none) {
    public static final Selection NOTHING = new Selection(sorted(), sorted(), sorted());

    public Selection {
        any = sorted(any);
        all = sorted(all);
        none = sorted(none);
    }

    public static Selection any(String... values) {
        return new Selection(sorted(values), sorted(), sorted());
    }

    public boolean isEmpty() {
        return any.isEmpty() && all.isEmpty() && none.isEmpty();
    }

    public Selection withAny(Collection<String> values) {
        return new Selection(sorted(values), all, none);
    }

    private static SequencedSet<String> sorted(String... values) {
        return sorted(java.util.List.of(values));
    }

    private static SequencedSet<String> sorted(Collection<String> values) {
        return Collections.unmodifiableSequencedSet(new TreeSet<>(values));
    }
}
