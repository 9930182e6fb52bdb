package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.praxisdatenbank.bench.HttpLine.Answer;
import org.praxisdatenbank.bench.Question.Kind;

/** Ours whole, over HTTP and as JSON, against bare Lucene inside this process. */
record HttpPart(Options options, Corpus corpus) implements Part {
    private static final int CLIENTS = 4;
    private static final int THROUGHPUT_ROUNDS = 3;

    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size());
                BareSearch bare = BareSearch.of(world, options);
                ServerProcess server = ServerProcess.start(world, options, ServerProcess.Cache.OFF)) {
            List<Question> mix = QueryMix.of(options, corpus, world.vocabularies()).questions();
            String at = String.format(Locale.ROOT, ", %,d practices", world.practices());
            hits(server, bare, mix);
            alone(server, bare, mix, at, table);
            together(server, bare, mix, at, table);
        }
    }

    /** How much the queries find, so that nobody measures misses. */
    private static void hits(ServerProcess server, BareSearch bare, List<Question> mix) throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        try (HttpLine line = new HttpLine(server.address())) {
            for (Question question : mix) {
                ours.add(total(answer(line, question.api())));
                theirs.add(bare.search(question, true).total());
            }
        }
        System.out.printf("%d queries; hits of ours %s, of bare %s%n", mix.size(), spread(ours), spread(theirs));
    }

    private static String spread(List<Long> hits) {
        long[] sorted = hits.stream().flatMapToLong(LongStream::of).sorted().toArray();
        long none = LongStream.of(sorted).filter(found -> found == 0).count();
        return "median %,d, p95 %,d, nothing %d times"
                .formatted(sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], none);
    }

    private static long total(Answer answer) {
        String start = "{\"total\":";
        String text = answer.toString();
        int from = text.indexOf(start) + start.length();
        return Long.parseLong(text.substring(from, text.indexOf(',', from)));
    }

    static Answer answer(HttpLine line, String path) throws Exception {
        Answer answer = line.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer);
        }
        return answer;
    }

    private void alone(ServerProcess server, BareSearch bare, List<Question> mix, String at, Table table)
            throws Exception {
        try (HttpLine line = new HttpLine(server.address())) {
            Duel duel = Duel.of(
                    options.rounds(),
                    mix.size(),
                    number -> answer(line, mix.get(number).api()),
                    number -> bare.search(mix.get(number), true));
            duel.addTo(table, "search by HTTP, p50" + at, "http.p50", 0.5);
            duel.addTo(table, "search by HTTP, p95" + at, "http.p95", 0.95);
            for (Kind kind : Kind.values()) {
                byKind(line, bare, mix.stream().filter(asked -> asked.kind() == kind).toList(), kind);
            }
        }
    }

    private void byKind(HttpLine line, BareSearch bare, List<Question> some, Kind kind) throws Exception {
        if (!some.isEmpty()) {
            Duel duel = Duel.atOnce(
                    options.rounds(),
                    some.size(),
                    number -> answer(line, some.get(number).api()),
                    number -> bare.search(some.get(number), true));
            System.out.printf(
                    "%s: p50 %s against %s, p95 %s against %s%n",
                    kind,
                    Table.millis(duel.ours(0.5)),
                    Table.millis(duel.other(0.5)),
                    Table.millis(duel.ours(0.95)),
                    Table.millis(duel.other(0.95)));
        }
    }

    private void together(ServerProcess server, BareSearch bare, List<Question> mix, String at, Table table)
            throws Exception {
        double[] ours = new double[THROUGHPUT_ROUNDS];
        double[] theirs = new double[THROUGHPUT_ROUNDS];
        double[] ratios = new double[THROUGHPUT_ROUNDS];
        for (int round = 0; round < THROUGHPUT_ROUNDS; round++) {
            ours[round] = Throughput.http(server.address(), CLIENTS, options.seconds(), number ->
                    mix.get(number % mix.size()).api());
            theirs[round] = Throughput.of(CLIENTS, options.seconds(), () -> number ->
                    bare.search(mix.get(number % mix.size()), true));
            ratios[round] = ours[round] / theirs[round];
        }
        table.add(
                "searches by %d clients at once%s".formatted(CLIENTS, at),
                "http.throughput",
                Table.perSecond(Times.median(ours)),
                Table.perSecond(Times.median(theirs)),
                Times.median(ratios));
    }
}
