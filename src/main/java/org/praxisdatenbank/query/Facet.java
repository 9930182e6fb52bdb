package org.praxisdatenbank.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Completeness;
import org.praxisdatenbank.practice.Freshness;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** What results can be filtered and counted by, in the order in which it is shown; names are promised in URLs. */
public enum Facet {
    TOPIC("topic", Vocabulary.TOPIC, Order.GIVEN),
    STATE("state", Vocabulary.STATE, Order.COUNT),
    CRITERION("criterion", Vocabulary.CRITERION, Order.GIVEN),
    TYPE("type", Vocabulary.TYPE, Order.GIVEN),
    TARGET_GROUP("target_group", Vocabulary.TARGET_GROUP, Order.COUNT),
    AGE_GROUP("age_group", Vocabulary.AGE_GROUP, Order.GIVEN),
    SETTING("setting", Vocabulary.SETTING, Order.COUNT),
    FIELD("field", Vocabulary.FIELD, Order.COUNT),
    GOOD_PRACTICE("good_practice", List.of("true", "false"), Order.GIVEN),
    STATUS("status", List.of("running", "completed", "unknown"), Order.GIVEN),
    /**
     * Every year in which a practice ran, as {@code Filters.years} means it: a value finds what the span of this one year
     * finds. An end that is open or unknown goes on for ever, but is no reason to list a year that has not begun.
     */
    YEAR("year", years(), Order.GIVEN),
    /** The name of who carries it, as it stands in the record; any text can be chosen. */
    PROVIDER("provider", List.of(), Order.COUNT),
    /** How long ago somebody last said that it is right; depends on the day. */
    FRESHNESS("freshness", ids(Freshness.values(), Freshness::id), Order.GIVEN),
    COMPLETENESS("completeness", ids(Completeness.values(), Completeness::id).reversed(), Order.GIVEN);

    private final String parameter;
    private final @Nullable Vocabulary vocabulary;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> fixedValues;

    private final Order order;

    Facet(String parameter, Vocabulary vocabulary, Order order) {
        this.parameter = parameter;
        this.vocabulary = vocabulary;
        this.fixedValues = List.of();
        this.order = order;
    }

    Facet(String parameter, List<String> fixedValues, Order order) {
        this.parameter = parameter;
        this.vocabulary = null;
        this.fixedValues = fixedValues;
        this.order = order;
    }

    private static <T> List<String> ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    /** Newest first. */
    private static List<String> years() {
        return IntStream.rangeClosed(PartialDate.FIRST_YEAR, PartialDate.LAST_YEAR)
                .mapToObj(String::valueOf)
                .toList()
                .reversed();
    }

    /** Name in query strings and answers. */
    public String parameter() {
        return parameter;
    }

    /** The list its values come from; empty for a facet with {@link #fixedValues}. */
    public Optional<Vocabulary> vocabulary() {
        return Optional.ofNullable(vocabulary);
    }

    /** The values of a facet without a vocabulary, in their order; empty for the others and for one that is open. */
    public List<String> fixedValues() {
        return fixedValues;
    }

    /** Whether its values are of no list: there may be more than anybody wants to read. */
    public boolean isOpen() {
        return vocabulary == null && fixedValues.isEmpty();
    }

    public Order order() {
        return order;
    }

    public static Optional<Facet> of(String parameter) {
        return Arrays.stream(Facet.values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }

    /** How the values of a facet are listed. */
    public enum Order {
        /** By count, highest first, then by German label. */
        COUNT,
        /** As the vocabulary or the list of values gives it. */
        GIVEN
    }
}
