package org.praxisdatenbank.index;

import java.util.function.Function;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Route;

/**
 * One way by which a word that is asked for can be found in a field.
 *
 * @param via the synonym, as listed; null: none
 * @param search what to look for in the field of that name
 * @param evidence what matches exactly the words that count, where {@code search} also scores others
 */
record Way(Route route, @Nullable String via, Function<String, Query> search, Function<String, Query> evidence) {
    Way(Route route, @Nullable String via, Function<String, Query> search) {
        this(route, via, search, search);
    }

    boolean isRelative() {
        return switch (route) {
            case SYNONYM, NARROWER, RELATED_PARTS -> true;
            case SAME_WORD, WORD_FORM, PHRASE, COMPOUND_PART, PARTS_TOGETHER, PATTERN, SPELLING -> false;
        };
    }
}
