package org.praxisdatenbank.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * Answers searches as naively as the contract words them: it looks at every row, for every value anew. A word stands in
 * a practice where its title has it.
 */
@NullMarked
public record Oracle(Collection<StoredPractice> practices, LocalDate today) {

    /** Ids in their order; by relevance in the order of the ids, for how well something matches is no matter of counting. */
    public List<String> found(SearchQuery query) {
        return matching(query)
                .sorted(order(query.sort()))
                .map(practice -> practice.id().value())
                .toList();
    }

    private static Comparator<StoredPractice> order(SearchQuery.Sort sort) {
        Comparator<StoredPractice> byId =
                Comparator.comparing(practice -> practice.id().value());
        return switch (sort) {
            case RELEVANCE -> byId;
            case NEWEST -> latest(StoredPractice::created).thenComparing(byId);
            case UPDATED -> latest(StoredPractice::updated).thenComparing(byId);
            case TITLE -> {
                Collator german = Collator.getInstance(Locale.GERMAN);
                german.setStrength(Collator.TERTIARY);
                german.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
                yield Comparator.comparing(
                                (StoredPractice practice) ->
                                        practice.practice().wording().title(),
                                german::compare)
                        .thenComparing(byId);
            }
        };
    }

    /** Times count to the millisecond. */
    private static Comparator<StoredPractice> latest(Function<StoredPractice, Instant> time) {
        return Comparator.comparing(time.andThen(instant -> instant.truncatedTo(ChronoUnit.MILLIS)))
                .reversed();
    }

    /** Value to the total of this very search with the facet's own any-of choice replaced by this value alone. */
    public Map<String, Long> counts(Facet facet, SearchQuery query) {
        Set<String> chosen = query.filters().in(facet).any();
        Set<String> values = new TreeSet<>(chosen);
        practices.forEach(practice -> values.addAll(values(practice.practice(), facet)));
        Map<String, Long> counts = new TreeMap<>();
        for (String value : values) {
            Selection alone = query.filters().in(facet).withAny(List.of(value));
            List<Practice> found = matching(query.with(query.filters().with(facet, alone)))
                    .map(StoredPractice::practice)
                    .toList();
            if (chosen.contains(value) || (!found.isEmpty() && (facet != Facet.YEAR || isKnown(value, found)))) {
                counts.put(value, (long) found.size());
            }
        }
        return counts;
    }

    /** All words where any practice has them all, whatever the filters. */
    public Match match(SearchQuery query) {
        if (query.match() != null) {
            return query.match();
        }
        boolean isAll = query.text().isBlank()
                || practices.stream().anyMatch(practice -> hasWords(practice.practice(), query.text(), Match.ALL));
        return isAll ? Match.ALL : Match.SOME;
    }

    private Stream<StoredPractice> matching(SearchQuery query) {
        Match match = match(query);
        return practices.stream()
                .filter(practice -> hasWords(practice.practice(), query.text(), match))
                .filter(practice -> passes(practice.practice(), query.filters()));
    }

    private static boolean hasWords(Practice practice, String text, Match match) {
        if (text.isBlank()) {
            return true;
        }
        Set<String> title = new TreeSet<>(Arrays.asList(
                practice.wording().title().toLowerCase(Locale.GERMAN).split(" ")));
        List<String> words = Arrays.asList(text.toLowerCase(Locale.GERMAN).split(" "));
        return match == Match.ALL ? title.containsAll(words) : words.stream().anyMatch(title::contains);
    }

    private boolean passes(Practice practice, Filters filters) {
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
    private boolean isKnown(String value, List<Practice> found) {
        int year = Integer.parseInt(value);
        return year <= today.getYear()
                || found.stream()
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

    private String freshness(@Nullable LocalDate confirmed) {
        if (confirmed == null) {
            return "unknown";
        }
        long years = ChronoUnit.YEARS.between(confirmed, today);
        boolean isToTheDay = confirmed.plusYears(years).equals(today);
        return switch ((int) Math.min(2, years)) {
            case 0 -> "year";
            case 1 -> isToTheDay ? "year" : "two_years";
            default -> years == 2 && isToTheDay ? "two_years" : "older";
        };
    }

    private static String completeness(Practice practice) {
        JsonNode record = record(practice);
        long filled = Stream.of(
                        "title type summary description provider place postal_code states target_groups age_groups settings topic_areas fields_of_action criteria start end website"
                                .split(" "))
                .filter(field -> record.hasNonNull(field)
                        && !(record.get(field).isArray() && record.get(field).isEmpty()))
                .count();
        if (filled == 17) {
            return "complete";
        }
        double share = filled / 17.0;
        return share >= 0.75 ? "detailed" : share >= 0.5 ? "partial" : "brief";
    }

    private static JsonNode record(Practice practice) {
        try {
            return new ObjectMapper().readTree(PracticeJson.bytes(practice));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a record", e);
        }
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
            case FRESHNESS -> Set.of(freshness(practice.provenance().confirmed()));
            case COMPLETENESS -> Set.of(completeness(practice));
            case STATUS -> Set.of(practice.period().on(today).name().toLowerCase(Locale.ROOT));
            case TOPIC, STATE, TARGET_GROUP, AGE_GROUP, SETTING, FIELD ->
                classification.terms(facet.vocabulary().orElseThrow()).stream()
                        .map(TermId::value)
                        .collect(Collectors.toSet());
        };
    }
}
