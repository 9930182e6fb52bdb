package org.praxisdatenbank.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.praxisdatenbank.bench.ServerProcess.Packaged;

/** Resident memory of the packaged program as it has served some requests, and once Java has compiled what it met. */
record MemoryPart(Options options, Corpus corpus) implements Part {
    private static final int REQUESTS = 200;
    /** What compiling has used is given back every five seconds. */
    private static final Duration REST = Duration.ofSeconds(15);

    @Override
    public void run(Table table) throws Exception {
        int smallest = options.sizes().getFirst();
        for (int size : IntStream.of(smallest, options.size()).distinct().toArray()) {
            try (World world = World.open(options, corpus, size)) {
                List<Question> mix = QueryMix.of(options, corpus, world.vocabularies()).questions();
                for (Packaged how : Packaged.values()) {
                    measure(how, world, mix, size, table);
                }
            }
        }
    }

    private void measure(Packaged how, World world, List<Question> mix, int size, Table table) throws Exception {
        try (ServerProcess server = ServerProcess.startPackaged(how, world, options);
                HttpLine line = new HttpLine(server.address())) {
            for (int number = 0; number < REQUESTS; number++) {
                HttpPart.answer(line, mix.get(number % mix.size()).api());
            }
            String at = String.format(
                    Locale.ROOT, ", %,d practices, %d requests served, %s", size, REQUESTS, how.typed());
            table.add("resident memory at once" + at, "memory.once", Table.megabytes(server.residentBytes()));
            Thread.sleep(REST);
            table.add("the same 15 s later", "memory", Table.megabytes(server.residentBytes()));
        }
    }
}
