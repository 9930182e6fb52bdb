package org.praxisdatenbank.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.praxisdatenbank.bench.ServerProcess.Packaged;

/** From the start of the packaged program to its ready line, with practices, index and an external database in place. */
record StartPart(Options options, Corpus corpus) implements Part {
    @Override
    public void run(Table table) throws Exception {
        int size = options.sizes().getFirst();
        try (World world = World.open(options, corpus, size)) {
            for (Packaged how : Packaged.values()) {
                ServerProcess.startPackaged(how, world, options).close(); // makes the index, fills the disk's memory
            }
            Map<Packaged, Times> times = new EnumMap<>(Packaged.class);
            for (int round = 0; round < options.rounds(); round++) {
                for (Packaged how : Packaged.values()) {
                    try (ServerProcess server = ServerProcess.startPackaged(how, world, options)) {
                        times.computeIfAbsent(how, first -> new Times()).add(server.startNanos());
                    }
                }
            }
            times.forEach((how, starts) -> table.add(
                    String.format(
                            Locale.ROOT,
                            "start to ready, %,d practices, external database, %s",
                            size,
                            how.typed()),
                    "start",
                    Table.millis(starts.median())));
        }
    }
}
