package org.praxisdatenbank.index;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/** The order of German words, DIN 5007-1 as {@link Collator} has it; safe for use by any thread. */
final class Collation {
    // Java's collators are synchronized.
    private final Collator german = german();

    /** Sorts by bytes as the text by its words. */
    BytesRef key(String text) {
        return new BytesRef(german.getCollationKey(text).toByteArray());
    }

    static Comparator<String> order() {
        return german()::compare;
    }

    private static Collator german() {
        Collator collator = Collator.getInstance(Locale.GERMAN);
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
    }
}
