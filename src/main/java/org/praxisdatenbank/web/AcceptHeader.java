package org.praxisdatenbank.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which media types a client takes (RFC 9110, 12.5.1): the most specific range that names a type decides. */
record AcceptHeader(Map<String, Boolean> isTaken) {
    /** Most specific first; problem details are JSON, so who takes them can read the answer too. */
    private static final List<List<String>> JSON_RANGES =
            List.of(List.of("application/json", "application/problem+json"), List.of("application/*"), List.of("*/*"));

    private static final List<List<String>> EVENT_RANGES =
            List.of(List.of("text/event-stream"), List.of("text/*"), List.of("*/*"));

    /** @param header all lines, joined by commas; an empty one allows everything */
    static AcceptHeader parse(String header) {
        return new AcceptHeader(Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .collect(Collectors.toMap(
                        range -> range.split(";", 2)[0].strip(), AcceptHeader::isTaken, Boolean::logicalOr)));
    }

    private static boolean isTaken(String range) {
        return Arrays.stream(range.split(";"))
                .map(String::strip)
                .noneMatch(parameter -> parameter.matches("q=0(\\.0{0,3})?"));
    }

    boolean allowsJson() {
        return allows(JSON_RANGES);
    }

    boolean allowsEvents() {
        return allows(EVENT_RANGES);
    }

    /** @param type without parameters */
    boolean allows(String type) {
        return allows(List.of(List.of(type), List.of(type.split("/", 2)[0] + "/*"), List.of("*/*")));
    }

    private boolean allows(List<List<String>> ranges) {
        return isTaken.isEmpty()
                || ranges.stream()
                        .map(this::sent)
                        .filter(answers -> !answers.isEmpty())
                        .findFirst()
                        .orElse(Set.of())
                        .contains(true);
    }

    /** What was said of these ranges; empty where none of them was named. */
    private Set<Boolean> sent(List<String> ranges) {
        return isTaken.entrySet().stream()
                .filter(range -> ranges.contains(range.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
