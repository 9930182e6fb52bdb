package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a search costs as the practices get more: the same queries at each size. */
record CurvePart(Options options, Corpus corpus) implements Part {
    private static final int REPEATED = 50;

    /** What was measured at one size, in ours and in bare Lucene. */
    private record Point(int practices, Duel mix, Duel selective, Duel broad) {}

    @Override
    public void run(Table table) throws Exception {
        List<Point> points = new ArrayList<>();
        for (int size : options.sizes()) {
            Point point = point(size);
            points.add(point);
            String at = String.format(Locale.ROOT, ", %,d practices", size);
            point.mix.addTo(table, "mix p50" + at, "curve", 0.5);
            point.mix.addTo(table, "mix p95" + at, "curve", 0.95);
            point.selective.addTo(table, "selective query" + at, "curve", 0.5);
            point.broad.addTo(table, "broad query" + at, "curve", 0.5);
        }
        for (int index = 1; index < points.size(); index++) {
            exponents(points.get(index - 1), points.get(index), table);
        }
    }

    private Point point(int size) throws Exception {
        try (World world = World.open(options, corpus, size);
                BareSearch bare = BareSearch.of(world, options);
                ServerProcess server = ServerProcess.start(world, options, ServerProcess.Cache.OFF);
                HttpLine line = new HttpLine(server.address())) {
            QueryMix mix = QueryMix.of(options, corpus, world.vocabularies());
            return new Point(
                    size,
                    duel(line, bare, mix.questions()),
                    duel(line, bare, Collections.nCopies(REPEATED, mix.selective())),
                    duel(line, bare, Collections.nCopies(REPEATED, mix.broad())));
        }
    }

    private Duel duel(HttpLine line, BareSearch bare, List<Question> questions) throws Exception {
        return Duel.of(
                options.rounds(),
                questions.size(),
                number -> HttpPart.answer(line, questions.get(number).api()),
                number -> bare.search(questions.get(number), true));
    }

    /** 1 grows like the practices, 0 not at all. */
    private static void exponents(Point small, Point large, Table table) {
        String from = String.format(Locale.ROOT, "growth exponent, %,d to %,d: ", small.practices, large.practices);
        double step = Math.log((double) large.practices / small.practices);
        addExponent(table, from + "mix p50", small.mix, large.mix, 0.5, step);
        addExponent(table, from + "mix p95", small.mix, large.mix, 0.95, step);
        addExponent(table, from + "selective", small.selective, large.selective, 0.5, step);
        addExponent(table, from + "broad", small.broad, large.broad, 0.5, step);
    }

    private static void addExponent(Table table, String what, Duel small, Duel large, double share, double step) {
        double ours = Math.log(large.ours(share) / small.ours(share)) / step;
        double bare = Math.log(large.other(share) / small.other(share)) / step;
        table.add(what, "curve.exponent", number(ours), number(bare), ours / bare);
    }

    private static String number(double exponent) {
        return String.format(Locale.ROOT, "%.2f", exponent);
    }
}
