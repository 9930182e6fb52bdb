package org.praxisdatenbank.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;

/** How long completing takes, inside this process. The first time of each is told by itself: nothing is kept yet. */
record SuggestPart(Options options, Corpus corpus) implements Part {
    private static final int SUGGESTIONS = 8;
    private static final int REPEATED = 50;
    private static final int MOST_LETTERS = 12;
    private static final List<String> WORDS = List.of(
            "gesundheitsförderung",
            "bewegungsangebote",
            "kindertagesstätte",
            "sozialarbeiterin",
            "nachbarschaftshilfe",
            "integrationskurs",
            "mehrgenerationenhaus",
            "präventionsprogramm",
            "arbeitslosigkeit",
            "familienberatung");
    private static final List<String> INSIDE =
            List.of("förd", "förderung", "arbeit", "angebot", "beratung", "hilfe", "projekt", "schule", "zentrum");
    private static final List<String> MISTYPED = List.of(
            "gesundhiet",
            "bewegunk",
            "nachbarshaft",
            "inetgration",
            "praevntion",
            "arbietslos",
            "famliie",
            "kindrtages");
    private static final Filters FOUR = new Filters(
            Map.of(
                    Facet.STATE, Selection.any("DE-BY", "DE-BE"),
                    Facet.TYPE, Selection.any("project"),
                    Facet.STATUS, Selection.any("running", "completed")),
            new TreeMap<>(),
            new Years(2010, 2020));

    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size())) {
            ServerProcess.start(world, options, ServerProcess.Cache.OFF).close(); // makes the index
            try (PracticeIndex index = PracticeIndex.open(world.setup(world.index()))) {
                measure(index, "", Filters.NONE, table);
                measure(index, ", four filters", FOUR, table);
            }
        }
    }

    private static void measure(PracticeIndex index, String filtered, Filters filters, Table table) throws Exception {
        for (int letters : IntStream.rangeClosed(1, MOST_LETTERS).toArray()) {
            List<String> begun = WORDS.stream().map(word -> word.substring(0, letters)).toList();
            measure(index, letters + " letters" + filtered, begun, filters, table);
        }
        measure(index, "inside words" + filtered, INSIDE, filters, table);
        measure(index, "mistyped" + filtered, MISTYPED, filters, table);
    }

    private static void measure(PracticeIndex index, String what, List<String> texts, Filters filters, Table table)
            throws Exception {
        Times first = new Times();
        Times later = new Times();
        for (int round = 0; round < REPEATED; round++) {
            for (String text : texts) {
                (round == 0 ? first : later).measure(() -> index.suggest(text, filters, SUGGESTIONS));
            }
        }
        table.add(
                "completing " + what,
                "suggest",
                String.format(
                        Locale.ROOT,
                        "p50 %s, p95 %s; first time p50 %s, worst %s",
                        Table.millis(later.median()),
                        Table.millis(later.at(0.95)),
                        Table.millis(first.median()),
                        Table.millis(first.at(1))));
    }
}
