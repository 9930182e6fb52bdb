package org.praxisdatenbank.bench;

import java.util.Locale;

/** From the start of the packaged program to its ready line, with practices, index and an external database in place. */
record StartPart(Options options, Corpus corpus) implements Part {
    @Override
    public void run(Table table) throws Exception {
        int size = options.sizes().getFirst();
        try (World world = World.open(options, corpus, size)) {
            ServerProcess.startPackaged(world, options).close(); // makes the index, fills the disk's memory
            Times times = new Times();
            for (int round = 0; round < options.rounds(); round++) {
                try (ServerProcess server = ServerProcess.startPackaged(world, options)) {
                    times.add(server.startNanos());
                }
            }
            table.add(
                    String.format(Locale.ROOT, "start to ready, %,d practices, external database", size),
                    "start",
                    Table.millis(times.median()));
        }
    }
}
