package org.praxisdatenbank.bench;

import java.util.List;
import java.util.Locale;

/** The search page against the same answer as JSON, from one server. */
record HtmlPart(Options options, Corpus corpus) implements Part {
    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size());
                ServerProcess server = ServerProcess.start(world, options, ServerProcess.Cache.OFF);
                HttpLine line = new HttpLine(server.address())) {
            List<Question> mix = QueryMix.of(options, corpus, world.vocabularies()).questions();
            Duel duel = Duel.of(
                    options.rounds(),
                    mix.size(),
                    number -> HttpPart.answer(line, mix.get(number).page()),
                    number -> HttpPart.answer(line, mix.get(number).api()));
            String at = String.format(Locale.ROOT, ", %,d practices", world.practices());
            duel.addTo(table, "search page against JSON, p50" + at, "html.p50", 0.5);
        }
    }
}
