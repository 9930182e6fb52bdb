package org.praxisdatenbank.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** An index of a test's own, and short forms to ask it. */
@NullMarked
final class TestIndex implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    final IndexSetup setup;
    final PracticeIndex index;

    private TestIndex(IndexSetup setup) {
        this.setup = setup;
        this.index = PracticeIndex.open(setup);
    }

    static IndexSetup setup(Path folder) {
        Clock clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, clock);
    }

    static TestIndex of(Path folder, Samples... practices) {
        return of(folder, Arrays.stream(practices).map(Samples::stored).toList());
    }

    static TestIndex of(Path folder, List<StoredPractice> practices) {
        build(setup(folder), practices, "0");
        return new TestIndex(setup(folder));
    }

    static void build(IndexSetup setup, List<StoredPractice> practices, String position) {
        try (Generation generation = Generation.start(setup)) {
            practices.forEach(generation::add);
            generation.commit(position);
        }
    }

    Results search(String text) {
        return search(text, Filters.NONE);
    }

    Results search(String text, Filters filters) {
        return index.search(new SearchQuery(text, filters, null, Sort.RELEVANCE, Window.FIRST, Wanted.EVERYTHING));
    }

    /** Ids of the hits, in the order of the ids. */
    List<String> found(String text) {
        return ids(search(text)).stream().sorted().toList();
    }

    static List<String> ids(Results results) {
        return results.hits().stream().map(hit -> hit.practice().id().value()).toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
