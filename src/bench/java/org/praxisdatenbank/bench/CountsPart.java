package org.praxisdatenbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexState;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;

/**
 * Everything with all counts, in very many practices, inside this process. The practices are the smallest world's again
 * and again, with new ids and short texts: counting does not look at texts.
 */
record CountsPart(Options options, Corpus corpus) implements Part {
    private static final int SHORT = 40;
    private static final int SEARCHES = 10;

    @Override
    public void run(Table table) throws Exception {
        Path home = options.home().resolve(corpus.name() + "-light-" + options.counts());
        try (World world = World.open(options, corpus, Math.min(options.size(), options.sizes().getFirst()))) {
            IndexSetup setup = world.setup(home.resolve("ours"));
            BareIndex bareIndex = new BareIndex(home.resolve("bare"), world.vocabularies(), false);
            Files.createDirectories(home);
            build(setup, world);
            System.out.println("light: practices repeated with new ids and texts cut to " + SHORT + " characters");
            try (PracticeIndex index = PracticeIndex.open(setup);
                    BareSearch bare = new BareSearch(bareIndex.open(options.counts(), use -> forEach(world, use)))) {
                measure(index, bare, table);
            }
        }
    }

    private void measure(PracticeIndex index, BareSearch bare, Table table) throws Exception {
        String at = String.format(Locale.ROOT, ", %,d light practices", options.counts());
        SearchQuery relevance = Question.EVERYTHING.query(Sort.RELEVANCE, false);
        Duel duel = duel(index, relevance, () -> bare.search(Question.EVERYTHING, false));
        duel.addTo(table, "everything with 8 facets counted" + at, "counts", 0.5);
        SearchQuery byTitle = Question.EVERYTHING.query(Sort.TITLE, false);
        duel(index, byTitle, () -> bare.search(Question.EVERYTHING, false))
                .addTo(table, "the same, ours by title", "counts.title", 0.5);
        duel(index, relevance, bare::countEverything)
                .addTo(table, "the same, bare without a query", "counts.unasked", 0.5);
    }

    private Duel duel(PracticeIndex index, SearchQuery query, Times.Work bare) throws Exception {
        return Duel.of(options.rounds(), SEARCHES, number -> index.search(query), number -> bare.run());
    }

    private void build(IndexSetup setup, World world) throws Exception {
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            if (index.state() instanceof IndexState.Ready ready && ready.documents() == options.counts()) {
                return;
            }
        }
        long began = System.nanoTime();
        List<Practice> some = world.practicesInMemory();
        int threads = Runtime.getRuntime().availableProcessors();
        try (Generation generation = Generation.start(setup);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                tasks.add(() -> {
                    for (int number = first; number < options.counts(); number += threads) {
                        Practice practice = light(some.get(number % some.size()), number);
                        generation.add(new StoredPractice(practice, 1, Instant.EPOCH, Instant.EPOCH));
                    }
                    return null;
                });
            }
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
            generation.commit("0");
        }
        System.out.printf("built %,d light practices in %.0f s%n", options.counts(), (System.nanoTime() - began) / 1e9);
    }

    private void forEach(World world, Consumer<Practice> use) throws IOException {
        List<Practice> some = world.practicesInMemory();
        for (int number = 0; number < options.counts(); number++) {
            use.accept(light(some.get(number % some.size()), number));
        }
    }

    private static Practice light(Practice practice, int number) {
        return new Practice(
                new PracticeId("light-" + number),
                new Wording(cut(practice.wording().title()), cut(practice.wording().summary()), null),
                practice.carrier(),
                practice.classification(),
                practice.period(),
                practice.provenance());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), SHORT)).strip();
    }
}
