package org.praxisdatenbank.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.praxisdatenbank.practice.Freshness;
import org.praxisdatenbank.practice.Period.Status;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;

/**
 * Makes Lucene's query of {@link Filters}.
 *
 * @param today the day for which {@link Facet#STATUS} and {@link Facet#FRESHNESS} are asked
 */
record FilterQuery(LocalDate today) {
    /** More values of one facet than any practice carries; Lucene bounds the number of clauses. */
    private static final int MOST_AT_ONCE = 60;

    /**
     * All filters together.
     *
     * @param counted facets whose any-of choice is left out here: {@link FacetCounts} looks at it, because the counts of
     *     those facets need what only this choice excludes
     */
    Query of(Filters filters, Set<Facet> counted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        filters.selections().forEach((facet, selection) -> add(all, facet, selection, counted.contains(facet)));
        filters.minimumLevels()
                .forEach((criterion, level) -> all.add(
                        new TermQuery(new Term(Fields.LEVEL, Documents.level(criterion, level))), Occur.FILTER));
        if (!filters.years().equals(Years.ANY)) {
            all.add(years(filters.years()), Occur.FILTER);
        }
        return all.build();
    }

    private void add(BooleanQuery.Builder all, Facet facet, Selection selection, boolean isCounted) {
        if (!selection.any().isEmpty() && !isCounted) {
            all.add(anyOf(facet, selection.any()), Occur.FILTER);
        }
        if (facet == Facet.YEAR && !selection.all().isEmpty()) {
            all.add(everyYear(selection.all()), Occur.FILTER);
        } else if (selection.all().size() > MOST_AT_ONCE) {
            all.add(new MatchNoDocsQuery("more values than there are"), Occur.FILTER);
        } else {
            selection.all().forEach(value -> all.add(anyOf(facet, Set.of(value)), Occur.FILTER));
        }
        if (!selection.none().isEmpty()) {
            all.add(anyOf(facet, selection.none()), Occur.MUST_NOT);
        }
    }

    /** What carries at least one of the values. */
    Query anyOf(Facet facet, Collection<String> values) {
        if (facet == Facet.STATUS) {
            return any(Stream.of(Status.values())
                    .filter(status -> values.contains(name(status)))
                    .map(this::status));
        }
        if (facet == Facet.FRESHNESS) {
            return any(Stream.of(Freshness.values())
                    .filter(freshness -> values.contains(freshness.id()))
                    .map(this::freshness));
        }
        if (facet == Facet.YEAR) {
            return anyYear(values);
        }
        return new TermInSetQuery(
                Fields.of(facet), values.stream().map(BytesRef::new).toList());
    }

    static String name(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Query any(Stream<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private Query status(Status status) {
        return switch (status) {
            case RUNNING -> LongPoint.newRangeQuery(Fields.END_DAY, today.toEpochDay(), Long.MAX_VALUE);
            case COMPLETED -> LongPoint.newRangeQuery(Fields.END_DAY, Long.MIN_VALUE, today.toEpochDay() - 1);
            case UNKNOWN -> without(Fields.END_DAY);
        };
    }

    private Query freshness(Freshness freshness) {
        long year = Freshness.firstOfYear(today).toEpochDay();
        long twoYears = Freshness.firstOfTwoYears(today).toEpochDay();
        return switch (freshness) {
            case YEAR -> LongPoint.newRangeQuery(Fields.CONFIRMED, year, Long.MAX_VALUE);
            case TWO_YEARS -> LongPoint.newRangeQuery(Fields.CONFIRMED, twoYears, year - 1);
            case OLDER -> LongPoint.newRangeQuery(Fields.CONFIRMED, Long.MIN_VALUE, twoYears - 1);
            case UNKNOWN -> without(Fields.CONFIRMED);
        };
    }

    private static Query without(String field) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(new FieldExistsQuery(field), Occur.MUST_NOT)
                .build();
    }

    private static Query anyYear(Collection<String> values) {
        return any(values.stream().map(Integer::valueOf).map(year -> years(new Years(year, year))));
    }

    /** Nobody pauses: who ran in the first and in the last ran in all between. */
    private static Query everyYear(SequencedSet<String> values) {
        int first = Integer.parseInt(values.getFirst());
        int last = Integer.parseInt(values.getLast());
        return IntRange.newContainsQuery(Fields.YEARS, new int[] {first}, new int[] {last});
    }

    private static Query years(Years years) {
        int from = years.from() == null ? Integer.MIN_VALUE : years.from();
        int to = years.to() == null ? Integer.MAX_VALUE : years.to();
        if (from > to) {
            return new MatchNoDocsQuery("no year is both");
        }
        return IntRange.newIntersectsQuery(Fields.YEARS, new int[] {from}, new int[] {to});
    }
}
