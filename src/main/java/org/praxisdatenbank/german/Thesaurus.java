package org.praxisdatenbank.german;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Words that mean the same, and broader words with their narrower ones, as {@code synonyms.tsv} lists them; immutable. */
public final class Thesaurus {
    private final Map<List<String>, SequencedMap<List<String>, Relative>> relatives = new HashMap<>();
    private int longest = 1;

    /**
     * Another word for the same, or a narrower one.
     *
     * @param text as listed: one word or several
     * @param stems of all its words, stop words too
     */
    public record Relative(String text, List<String> stems, Relation relation) {
        public Relative {
            stems = List.copyOf(stems);
        }
    }

    /** What a relative is to the word. */
    public enum Relation {
        SAME_MEANING,
        NARROWER
    }

    /**
     * The stems of a listed term.
     *
     * @param all of all words
     * @param telling without words that say nothing
     */
    record Term(List<String> all, List<String> telling) {
        Term {
            all = List.copyOf(all);
            telling = List.copyOf(telling);
        }
    }

    /**
     * A line of the list.
     *
     * @param terms those that have relatives
     * @param others the relatives of each; itself is none
     */
    private record Line(List<String> terms, Relation relation, List<String> others) {
        static Line of(String line) {
            int sign = line.indexOf(" > ");
            if (sign < 0) {
                List<String> same = split(line, " = ");
                return new Line(same, Relation.SAME_MEANING, same);
            }
            List<String> narrower = split(line.substring(sign + " > ".length()), ",");
            return new Line(List.of(line.substring(0, sign).strip()), Relation.NARROWER, narrower);
        }

        private static List<String> split(String terms, String sign) {
            return Arrays.stream(terms.split(sign)).map(String::strip).toList();
        }
    }

    /** One without words. */
    Thesaurus() {}

    /**
     * Reads the list.
     *
     * @param terms all terms that it has
     */
    Thesaurus(Map<String, Term> terms) {
        for (Line line : lines()) {
            for (String term : line.terms()) {
                for (String other : line.others()) {
                    add(term, other, line.relation(), terms);
                }
            }
        }
    }

    /** All terms of the list, some more than once. */
    static Stream<String> listed() {
        return lines().stream().flatMap(line -> Stream.concat(line.terms().stream(), line.others().stream()));
    }

    private static List<Line> lines() {
        return Table.read("synonyms.tsv", 1).stream()
                .map(row -> Line.of(row.getFirst()))
                .toList();
    }

    private void add(String term, String text, Relation relation, Map<String, Term> terms) {
        List<String> key = known(term, terms).telling();
        Term other = known(text, terms);
        if (key.isEmpty() || other.telling().isEmpty()) {
            throw new IllegalStateException("synonyms.tsv: a term of stop words only: " + term + ", " + text);
        }
        if (!key.equals(other.telling())) {
            relatives
                    .computeIfAbsent(key, unused -> new LinkedHashMap<>())
                    .putIfAbsent(other.telling(), new Relative(text, other.all(), relation));
            longest = Math.max(longest, key.size());
        }
    }

    private static Term known(String listed, Map<String, Term> terms) {
        return Objects.requireNonNull(terms.get(listed), () -> "built without the term " + listed);
    }

    /**
     * The relatives of a word, or of several in a row, by their stems: those of the same meaning, then the narrower
     * ones of all of these.
     */
    public List<Relative> of(List<String> stems) {
        SequencedMap<List<String>, Relative> found = new LinkedHashMap<>();
        own(stems, Relation.SAME_MEANING).forEach(found::put);
        List<List<String>> same = new ArrayList<>(found.keySet());
        same.addFirst(stems);
        same.forEach(word -> own(word, Relation.NARROWER).forEach(found::putIfAbsent));
        found.remove(stems);
        return List.copyOf(found.values());
    }

    private Map<List<String>, Relative> own(List<String> stems, Relation relation) {
        SequencedMap<List<String>, Relative> own = new LinkedHashMap<>();
        relatives.getOrDefault(stems, new LinkedHashMap<>()).forEach((other, relative) -> {
            if (relative.relation() == relation) {
                own.put(other, relative);
            }
        });
        return own;
    }

    /** How many words the longest term has that has relatives. */
    public int longest() {
        return longest;
    }
}
