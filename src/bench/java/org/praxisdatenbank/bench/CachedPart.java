package org.praxisdatenbank.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** One query again and again, against a bare server that has the very bytes in its hand. */
record CachedPart(Options options, Corpus corpus) implements Part {
    private static final int REQUESTS = 3_000;
    private static final int CLIENTS = 4;

    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size());
                ServerProcess server = ServerProcess.start(world, options, ServerProcess.Cache.ON);
                HttpLine ours = new HttpLine(server.address())) {
            String path = QueryMix.of(options, corpus, world.vocabularies()).broad().api();
            Path answer = world.home().resolve("answer.json");
            Files.write(answer, HttpPart.answer(ours, path).body());
            Path log = world.home().resolve("bare-server.log");
            try (ServerProcess bare = ServerProcess.startBare(options, answer, log);
                    HttpLine theirs = new HttpLine(bare.address())) {
                Duel duel = Duel.of(
                        options.rounds(),
                        REQUESTS,
                        number -> HttpPart.answer(ours, path),
                        number -> HttpPart.answer(theirs, path));
                String bytes = String.format(Locale.ROOT, ", %,d bytes", Files.size(answer));
                duel.addTo(table, "repeated search against a bare server, p50" + bytes, "cached.p50", 0.5);
                throughput(server, bare, path, table);
            }
        }
    }

    private void throughput(ServerProcess server, ServerProcess bare, String path, Table table) throws Exception {
        double ours = Throughput.http(server.address(), CLIENTS, options.seconds(), number -> path);
        double theirs = Throughput.http(bare.address(), CLIENTS, options.seconds(), number -> path);
        table.add(
                "the same by %d clients at once".formatted(CLIENTS),
                "cached.throughput",
                Table.perSecond(ours),
                Table.perSecond(theirs),
                ours / theirs);
    }
}
