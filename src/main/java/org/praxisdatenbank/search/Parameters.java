package org.praxisdatenbank.search;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.vocabulary.Edits;
import org.praxisdatenbank.web.QueryString;

/** The parameters of a request, old names as those they stand for. Blank values count as not given: a form sends its empty fields along. */
record Parameters(QueryString given) {
    Parameters {
        given = given.renamed(OldNames::current);
    }

    /** The largest number that is read. */
    static final int LARGEST = 999_999_999;

    /** Longer values are cut in messages. */
    private static final int SHOWN_CHARACTERS = 80;

    /** All values of the parameter, in their order. */
    List<String> all(String name) {
        return given.all(name).stream().filter(value -> !value.isBlank()).toList();
    }

    /** The last value of the parameter. */
    Optional<String> last(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Whether the parameter is there at all, blank or not. */
    boolean has(String name) {
        return given.names().contains(name);
    }

    /** A text without white space around it; empty where it is not given. */
    String text(String name, int longest) {
        String text = last(name).map(String::strip).orElse("");
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Problem.Invalid(name, "problem.text.long", String.valueOf(longest)).raise();
        }
        return text;
    }

    /** A whole number from the lowest to the highest that is allowed. */
    OptionalInt number(String name, int lowest, int highest) {
        Optional<String> value = last(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt number = digits(value.get());
        if (number.isEmpty() || number.getAsInt() < lowest || number.getAsInt() > highest) {
            throw new Problem.Invalid(
                            name,
                            "problem.number",
                            name,
                            String.valueOf(lowest),
                            String.valueOf(highest),
                            shown(value.get()))
                    .raise();
        }
        return number;
    }

    /** The number that up to nine digits stand for. */
    static OptionalInt digits(String value) {
        String digits = value.strip();
        return digits.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** What the value stands for, out of a few names. */
    <T> Optional<T> choice(String name, Map<String, T> choices) {
        return last(name).map(value -> {
            if (!choices.containsKey(value)) {
                throw notOneOf(name, value, choices.keySet().stream().sorted().toList());
            }
            return choices.get(value);
        });
    }

    /** The value is none of the names that are allowed. */
    static RuntimeException notOneOf(String name, String value, Collection<String> allowed) {
        return new Problem.Invalid(name, "problem.choice", name, shown(value), String.join(", ", allowed)).raise();
    }

    /**
     * Raises {@link Problem.Invalid} where the parameters have more values than that together, for the one that has most;
     * the same value twice counts twice.
     */
    void refuseMore(Collection<String> names, int most) {
        if (names.stream().mapToInt(name -> all(name).size()).sum() > most) {
            throw tooMany(Collections.max(names, comparingInt(name -> all(name).size())), most);
        }
    }

    static RuntimeException tooMany(String name, int most) {
        return new Problem.Invalid(name, "problem.values", String.valueOf(most)).raise();
    }

    /** Raises {@link Problem.Invalid} for a parameter that is none of those known. */
    void refuseOthers(Collection<String> known) {
        for (String name : given.names()) {
            if (!known.contains(name)) {
                throw Edits.closest(known, name)
                        .map(near -> new Problem.Invalid(shown(name), "problem.parameter.near", shown(name), near))
                        .orElseGet(() -> new Problem.Invalid(shown(name), "problem.parameter", shown(name)))
                        .raise();
            }
        }
    }

    /** A value as a message may show it. */
    static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN_CHARACTERS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…";
    }
}
