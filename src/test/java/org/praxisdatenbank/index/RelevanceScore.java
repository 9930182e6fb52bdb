package org.praxisdatenbank.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/**
 * Scores a set of questions with the very index and search of the program, {@code match=some}. A set is a folder with
 * {@code docs.tsv} (id, perhaps title, text), {@code queries.tsv} (id, query) and {@code qrels.tsv} (query_id, doc_id,
 * relevance). A title becomes the practice's title, the text its description.
 *
 * <p>MRR@10: mean of 1/rank of the first relevant hit. S@10: share of questions with a relevant hit. nDCG@10: with the
 * relevance as gain, log2 discount, against the best order possible.
 */
public final class RelevanceScore {
    private static final int DEPTH = 10;
    /** Stands for what the set does not have; holds no word. */
    private static final String NOTHING = "–";

    private RelevanceScore() {}

    /** @param folders one or more sets */
    public static void main(String[] folders) throws IOException {
        System.out.printf(
                "%-28s %6s %7s %7s %7s %7s %10s%n", "set", "docs", "queries", "MRR@10", "S@10", "nDCG@10", "us/query");
        for (String folder : folders) {
            score(Path.of(folder));
        }
    }

    private static void score(Path set) throws IOException {
        Map<String, Map<String, Integer>> relevant = new HashMap<>();
        for (Map<String, String> row : rows(set.resolve("qrels.tsv"))) {
            relevant.computeIfAbsent(row.get("query_id"), unused -> new HashMap<>())
                    .put(row.get("doc_id"), Integer.parseInt(row.get("relevance")));
        }
        Path folder = Files.createTempDirectory("relevance");
        List<Map<String, String>> docs = rows(set.resolve("docs.tsv"));
        List<String> ids = docs.stream().map(doc -> doc.get("id")).toList();
        List<StoredPractice> practices = new ArrayList<>();
        for (int number = 0; number < docs.size(); number++) {
            practices.add(practice(number, docs.get(number)));
        }
        try (TestIndex index = TestIndex.of(folder, practices)) {
            print(set.getFileName().toString(), rows(set.resolve("queries.tsv")), relevant, ids, index);
        } finally {
            delete(folder);
        }
    }

    private static StoredPractice practice(int number, Map<String, String> doc) {
        return Samples.practice("doc-" + number)
                .titled(doc.getOrDefault("title", NOTHING))
                .summary(NOTHING)
                .description(value(doc, "text"))
                .stored();
    }

    private static void print(
            String name,
            List<Map<String, String>> queries,
            Map<String, Map<String, Integer>> relevant,
            List<String> ids,
            TestIndex index) {
        double reciprocal = 0;
        double success = 0;
        double gain = 0;
        long nanos = 0;
        for (Map<String, String> query : queries) {
            Map<String, Integer> wanted = relevant.getOrDefault(query.get("id"), Map.of());
            long start = System.nanoTime();
            Results results = index.index.search(new SearchQuery(
                    value(query, "query"),
                    Filters.NONE,
                    Match.SOME,
                    Sort.RELEVANCE,
                    new Window(1, DEPTH, null),
                    Wanted.HITS));
            nanos += System.nanoTime() - start;
            List<Integer> gains = results.hits().stream()
                    .map(hit ->
                            wanted.getOrDefault(ids.get(number(hit.practice().id())), 0))
                    .toList();
            int first = firstRelevant(gains);
            reciprocal += first == 0 ? 0 : 1.0 / first;
            success += first == 0 ? 0 : 1;
            double best = gain(wanted.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(DEPTH)
                    .toList());
            gain += best == 0 ? 0 : gain(gains) / best;
        }
        int count = queries.size();
        System.out.printf(
                "%-28s %6d %7d %7.4f %7.4f %7.4f %10d%n",
                name, ids.size(), count, reciprocal / count, success / count, gain / count, nanos / 1000 / count);
    }

    private static int number(PracticeId id) {
        return Integer.parseInt(id.value().substring("doc-".length()));
    }

    private static int firstRelevant(List<Integer> gains) {
        for (int rank = 1; rank <= gains.size(); rank++) {
            if (gains.get(rank - 1) > 0) {
                return rank;
            }
        }
        return 0;
    }

    private static double gain(List<Integer> gains) {
        double sum = 0;
        for (int rank = 1; rank <= gains.size(); rank++) {
            sum += gains.get(rank - 1) / (Math.log(rank + 1.0) / Math.log(2));
        }
        return sum;
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = Arrays.asList(lines.getFirst().split("\t"));
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> {
                    String[] values = line.split("\t", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int column = 0; column < columns.size() && column < values.length; column++) {
                        row.put(columns.get(column), values[column]);
                    }
                    return row;
                })
                .toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
