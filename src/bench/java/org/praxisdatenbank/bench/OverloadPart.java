package org.praxisdatenbank.bench;

import java.time.Duration;
import java.util.List;

/** Far more than the server can do, for a while; then how long until it is as quick as before. */
record OverloadPart(Options options, Corpus corpus) implements Part {
    private static final int TIMES = 10;
    private static final int CLIENTS = 200;
    private static final int CLOSED_CLIENTS = 4;
    /** Of what it can do at most: a calm day. */
    private static final double CALM = 0.5;
    /** As quick as before, near enough. */
    private static final double NORMAL = 1.5;

    private static final int MOST_PROBES = 60;

    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size());
                ServerProcess server = ServerProcess.start(world, options, ServerProcess.Cache.OFF)) {
            List<Question> mix = QueryMix.of(options, corpus, world.vocabularies()).questions();
            LoadPart.warmUp(server, mix);
            double most = Throughput.http(server.address(), CLOSED_CLIENTS, options.seconds(), number ->
                    mix.get(number % mix.size()).api());
            table.add("sustained by %d clients".formatted(CLOSED_CLIENTS), "overload", Table.perSecond(most));
            OpenLoop.Outcome calm = load(server, mix, most * CALM, options.clients(), options.seconds());
            table.add("calm, half of that", "overload", calm.toString());
            OpenLoop.Outcome flood = load(server, mix, most * TIMES, CLIENTS, options.seconds());
            long ended = System.nanoTime();
            table.add("%d times as much, %d connections".formatted(TIMES, CLIENTS), "overload", flood.toString());
            table.add("resident memory after it", "overload.memory", Table.megabytes(server.residentBytes()));
            table.add("until p95 is normal again", "overload.recovery", recovery(server, mix, most, calm, ended));
        }
    }

    private String recovery(ServerProcess server, List<Question> mix, double most, OpenLoop.Outcome calm, long ended)
            throws InterruptedException {
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            OpenLoop.Outcome now = load(server, mix, most * CALM, options.clients(), 1);
            if (now.at(95) <= calm.at(95) * NORMAL && now.unsent() == 0) {
                return "within %.1f s".formatted((System.nanoTime() - ended) / 1e9);
            }
        }
        return "not within " + MOST_PROBES + " s";
    }

    private static OpenLoop.Outcome load(
            ServerProcess server, List<Question> mix, double rate, int clients, int seconds)
            throws InterruptedException {
        return new OpenLoop(server.address(), rate, clients, Duration.ofSeconds(seconds))
                .run(number -> mix.get((int) (number % mix.size())).api());
    }
}
