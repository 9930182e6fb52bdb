package org.praxisdatenbank.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Resident memory of the packaged program after it has served some requests, and again after a full collection. */
record MemoryPart(Options options, Corpus corpus) implements Part {
    private static final int REQUESTS = 200;

    @Override
    public void run(Table table) throws Exception {
        int smallest = options.sizes().getFirst();
        for (int size : IntStream.of(smallest, options.size()).distinct().toArray()) {
            try (World world = World.open(options, corpus, size);
                    ServerProcess server = ServerProcess.startPackaged(world, options);
                    HttpLine line = new HttpLine(server.address())) {
                List<Question> mix = QueryMix.of(options, corpus, world.vocabularies()).questions();
                for (int number = 0; number < REQUESTS; number++) {
                    HttpPart.answer(line, mix.get(number % mix.size()).api());
                }
                String at = String.format(Locale.ROOT, ", %,d practices, %d requests served", size, REQUESTS);
                table.add("resident memory" + at, "memory", Table.megabytes(server.residentBytes()));
                server.collectGarbage();
                table.add("the same after a full collection", "memory.gc", Table.megabytes(server.residentBytes()));
            }
        }
    }
}
