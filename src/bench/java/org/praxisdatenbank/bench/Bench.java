package org.praxisdatenbank.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the chosen parts, one after the other, and prints one table; README tells how. */
final class Bench {
    /** Only when named: they take long, or are for looking closer. */
    private static final Set<String> NAMED_ONLY = Set.of("overload", "suggest", "jmh");

    private Bench() {}

    /** Chosen by system properties, see {@link Options}. */
    public static void main(String[] arguments) throws Exception {
        Options options = new Options();
        Map<String, Part> parts = parts(options, Corpus.of(options.corpus()));
        List<String> chosen = options.parts().isEmpty()
                ? parts.keySet().stream().filter(part -> !NAMED_ONLY.contains(part)).toList()
                : options.parts();
        if (!parts.keySet().containsAll(chosen)) {
            throw new IllegalArgumentException("-Dbench.part must be some of " + String.join(",", parts.keySet()));
        }
        Table table = new Table();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (chosen.contains(part.getKey())) {
                System.out.println("--- " + part.getKey());
                part.getValue().run(table);
            }
        }
        table.print();
    }

    private static Map<String, Part> parts(Options options, Corpus corpus) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("http", new HttpPart(options, corpus));
        parts.put("counts", new CountsPart(options, corpus));
        parts.put("cached", new CachedPart(options, corpus));
        parts.put("html", new HtmlPart(options, corpus));
        parts.put("reindex", new ReindexPart(options, corpus));
        parts.put("curve", new CurvePart(options, corpus));
        parts.put("start", new StartPart(options, corpus));
        parts.put("memory", new MemoryPart(options, corpus));
        parts.put("load", new LoadPart(options, corpus));
        parts.put("overload", new OverloadPart(options, corpus));
        parts.put("suggest", new SuggestPart(options, corpus));
        parts.put("jmh", new JmhPart(options, corpus));
        return parts;
    }
}
