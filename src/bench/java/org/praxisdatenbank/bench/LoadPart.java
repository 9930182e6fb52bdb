package org.praxisdatenbank.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The mix at a given rate, from a given number of connections; on a server of ours or one that runs already. */
record LoadPart(Options options, Corpus corpus) implements Part {
    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size())) {
            List<Question> mix = QueryMix.of(options, corpus, world.vocabularies()).questions();
            if (!options.url().isEmpty()) {
                run(options.url(), mix, options.url(), table);
                return;
            }
            try (ServerProcess server = ServerProcess.start(world, options, ServerProcess.Cache.OFF)) {
                warmUp(server, mix);
                run(server.address(), mix, String.format(Locale.ROOT, "%,d practices", world.practices()), table);
                table.add("resident memory after it", "load.memory", Table.megabytes(server.residentBytes()));
            }
        }
    }

    static void warmUp(ServerProcess server, List<Question> mix) throws Exception {
        try (HttpLine line = new HttpLine(server.address())) {
            for (Question question : mix) {
                HttpPart.answer(line, question.api());
            }
        }
    }

    private void run(String address, List<Question> mix, String where, Table table) throws Exception {
        OpenLoop loop =
                new OpenLoop(address, options.rate(), options.clients(), Duration.ofSeconds(options.seconds()));
        OpenLoop.Outcome outcome =
                loop.run(number -> mix.get((int) (number % mix.size())).api());
        table.add(
                "%d/s by schedule, %d connections, %d s, %s"
                        .formatted(options.rate(), options.clients(), options.seconds(), where),
                "load",
                outcome.toString());
    }
}
