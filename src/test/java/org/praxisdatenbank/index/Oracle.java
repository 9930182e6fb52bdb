package org.praxisdatenbank.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * Answers filters and counts as naively as the contract words them.
 *
 * @param word only titles with it; empty: all
 */
@NullMarked
record Oracle(List<StoredPractice> practices, String word, LocalDate today) {

    Set<String> found(Filters filters) {
        return practices.stream()
                .map(StoredPractice::practice)
                .filter(practice -> matches(practice, filters))
                .map(practice -> practice.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Value to the total of this very search with the facet's own any-of choice replaced by this value alone. */
    Map<String, Long> counts(Facet facet, Filters filters) {
        Set<String> values = new TreeSet<>(filters.in(facet).any());
        practices.forEach(practice -> values.addAll(values(practice.practice(), facet)));
        Map<String, Long> counts = new TreeMap<>();
        for (String value : values) {
            Selection alone = filters.in(facet).withAny(List.of(value));
            Set<String> found = found(filters.with(facet, alone));
            long count = found.size();
            if ((count > 0 && (facet != Facet.YEAR || isKnown(Integer.parseInt(value), found)))
                    || filters.in(facet).any().contains(value)) {
                counts.put(value, count);
            }
        }
        return counts;
    }

    private boolean matches(Practice practice, Filters filters) {
        if (!practice.wording().title().contains(word)) {
            return false;
        }
        for (Facet facet : Facet.values()) {
            Set<String> values = values(practice, facet);
            Selection chosen = filters.in(facet);
            if ((!chosen.any().isEmpty() && chosen.any().stream().noneMatch(values::contains))
                    || !values.containsAll(chosen.all())
                    || chosen.none().stream().anyMatch(values::contains)) {
                return false;
            }
        }
        return filters.minimumLevels().entrySet().stream()
                        .allMatch(minimum -> reaches(practice, minimum.getKey(), minimum.getValue()))
                && runsWithin(practice.period(), filters.years());
    }

    /** Years to come are listed where one of these states that it runs then. */
    private boolean isKnown(int year, Set<String> found) {
        return year <= today.getYear()
                || practices.stream()
                        .map(StoredPractice::practice)
                        .filter(practice -> found.contains(practice.id().value()))
                        .map(Practice::period)
                        .anyMatch(period -> period.end() instanceof Period.End.On on
                                ? on.date().year() >= year
                                : period.start() != null && period.start().year() >= year);
    }

    private static boolean reaches(Practice practice, String criterion, int level) {
        for (Classification.Fulfilment fulfilled : practice.classification().criteria()) {
            @Nullable Integer reached = fulfilled.level();
            if (fulfilled.criterion().value().equals(criterion) && reached != null && reached >= level) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsWithin(Period period, Years years) {
        if (years.equals(Years.ANY)) {
            return true;
        }
        if (years.from() != null && years.to() != null && years.from() > years.to()) {
            return false;
        }
        return period.years().isPresent()
                && (years.from() == null || period.years().get().last() >= years.from())
                && (years.to() == null || period.years().get().first() <= years.to());
    }

    private Set<String> values(Practice practice, Facet facet) {
        Classification classification = practice.classification();
        return switch (facet) {
            case TYPE -> Set.of(classification.type().value());
            case CRITERION ->
                classification.criteria().stream()
                        .map(criterion -> criterion.criterion().value())
                        .collect(Collectors.toSet());
            case GOOD_PRACTICE -> {
                @Nullable Boolean passed = classification.goodPractice().passed();
                yield passed == null ? Set.of() : Set.of(passed.toString());
            }
            case PROVIDER ->
                practice.carrier().provider() == null
                        ? Set.of()
                        : Set.of(practice.carrier().provider().strip());
            case YEAR ->
                IntStream.rangeClosed(1900, 2099)
                        .filter(year -> runsWithin(practice.period(), new Years(year, year)))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.toSet());
            case STATUS -> Set.of(practice.period().on(today).name().toLowerCase(Locale.ROOT));
            case TOPIC, STATE, TARGET_GROUP, AGE_GROUP, SETTING, FIELD ->
                classification.terms(facet.vocabulary().orElseThrow()).stream()
                        .map(TermId::value)
                        .collect(Collectors.toSet());
        };
    }
}
