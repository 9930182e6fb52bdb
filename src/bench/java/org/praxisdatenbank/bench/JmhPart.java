package org.praxisdatenbank.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The small pieces by themselves, see {@link Pieces}, measured by JMH in processes of their own. */
record JmhPart(Options options, Corpus corpus) implements Part {
    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size())) {
            ServerProcess.start(world, options, ServerProcess.Cache.OFF).close(); // makes the index
            List<String> jvm = new ArrayList<>(options.jvm());
            jvm.addAll(Pieces.Given.properties(world));
            CommandLineOptions chosen = new CommandLineOptions(options.jmh().toArray(String[]::new));
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .parent(chosen)
                            .include(chosen.getIncludes().isEmpty() ? Pieces.class.getName() : chosen.getIncludes().getFirst())
                            .jvmArgsAppend(jvm.toArray(String[]::new))
                            .build())
                    .run();
            for (RunResult result : results) {
                String name = result.getPrimaryResult().getLabel();
                table.add("JMH " + name, "jmh." + name, figures(result));
            }
        }
    }

    private static String figures(RunResult result) {
        StringBuilder figures = new StringBuilder(figure(
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreUnit()));
        result.getSecondaryResults().forEach((name, other) -> figures.append("; ")
                .append(name)
                .append(' ')
                .append(figure(other.getScore(), other.getScoreUnit())));
        return figures.toString();
    }

    private static String figure(double score, String unit) {
        return String.format(Locale.ROOT, "%,.1f %s", score, unit);
    }
}
