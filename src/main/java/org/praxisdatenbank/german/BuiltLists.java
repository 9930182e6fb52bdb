package org.praxisdatenbank.german;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows from the lists and takes long to work out: of which words a compound may consist, and the stems of the
 * terms of the thesaurus. {@link ListBuilder} writes it when the program is built, a start reads it.
 */
final class BuiltLists {
    static final String FOLDER = "index/built";
    static final String WORDS = "words.fsa";
    static final String TERMS = "terms.tsv";

    private BuiltLists() {}

    /** The words of which a compound may consist, in lower case. */
    static Set<String> words() {
        try (InputStream file = Table.open(FOLDER, WORDS)) {
            return WordAutomaton.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + WORDS, e);
        }
    }

    /** The terms of the thesaurus, as listed, with their stems. */
    static Map<String, Thesaurus.Term> terms() {
        Map<String, Thesaurus.Term> terms = new HashMap<>();
        for (String line : Table.text(FOLDER, TERMS).split("\n")) {
            String[] columns = line.split("\t", -1);
            terms.put(columns[0], new Thesaurus.Term(stems(columns[1]), stems(columns[2])));
        }
        return terms;
    }

    private static List<String> stems(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "));
    }

    /** A line of {@link #TERMS}: the term, all its stems, those that tell something. */
    static String line(String term, Thesaurus.Term stems) {
        return term + "\t" + String.join(" ", stems.all()) + "\t" + String.join(" ", stems.telling()) + "\n";
    }
}
