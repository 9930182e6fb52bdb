package org.praxisdatenbank.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.praxisdatenbank.bench.HttpLine.Answer;
import org.praxisdatenbank.bench.Question.Kind;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.DatabaseAddress;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.index.BareWriter;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.PracticeIndex;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.transfer.PracticeFile;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/**
 * The pieces that searching and indexing spend their time in. What counting and highlighting cost is the difference to
 * {@code finding}; what rendering costs that to {@code answering}, an answer of few bytes from the same server.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Pieces {
    private static final String DATABASE = "pieces.database";
    private static final String USER = "pieces.user";
    private static final String PASSWORD = "pieces.password";
    private static final String HOME = "pieces.home";
    private static final int TEXTS = 500;
    private static final String BROAD = "projekt";

    /** What the measuring process was given. */
    static final class Given {
        private Given() {}

        static List<String> properties(World world) {
            return List.of(
                    "-D" + DATABASE + "=" + world.address().jdbcUrl(),
                    "-D" + USER + "=" + world.address().user(),
                    "-D" + PASSWORD + "=" + world.address().password(),
                    "-D" + HOME + "=" + world.home());
        }

        static Path home() {
            return Path.of(System.getProperty(HOME, ""));
        }

        static Vocabularies vocabularies() {
            DatabaseAddress address = new DatabaseAddress(
                    System.getProperty(DATABASE, ""), System.getProperty(USER, ""), System.getProperty(PASSWORD, ""));
            try (Database database = Database.open(address, 2)) {
                return new VocabularyStore(database.jdbi()).load();
            }
        }
    }

    /** Texts of the corpus. */
    @State(Scope.Benchmark)
    public static class Texts {
        private final Vocabularies lists = Given.vocabularies();
        private final IndexSetup setup =
                new IndexSetup(Given.home().resolve("index"), lists, new German(), Clock.systemUTC());
        private final List<String> texts = new ArrayList<>();
        private int next;

        /** Reads them. */
        @Setup
        public void read() throws IOException {
            new PracticeFile(Given.home().resolve("corpus.jsonl"), lists).forEach(this::add);
        }

        private void add(Practice practice) {
            if (texts.size() < TEXTS && practice.wording().description() != null) {
                texts.add(practice.wording().description());
            }
        }

        private String next() {
            next = (next + 1) % texts.size();
            return texts.get(next);
        }
    }

    /** How many words there were. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Words {
        /** Counted by JMH. */
        public long words;

        /** Begins anew. */
        @Setup(Level.Iteration)
        public void reset() {
            words = 0;
        }
    }

    /** The index of the servers, which do not run now. */
    @State(Scope.Benchmark)
    public static class Index {
        private final PracticeIndex index = PracticeIndex.open(new IndexSetup(
                Given.home().resolve("index"), Given.vocabularies(), new German(), Clock.systemUTC()));

        /** For the next process. */
        @TearDown
        public void close() {
            index.close();
        }

        private Results search(boolean isCounted, boolean isHighlighted) {
            SearchQuery query =
                    new Question(Kind.WORD, List.of(BROAD), Map.of()).query(Sort.RELEVANCE, isHighlighted);
            return index.search(query.with(
                    new Wanted(isCounted ? query.wanted().facets() : Set.of(), isHighlighted)));
        }
    }

    @Benchmark
    public int analysis(Texts texts, Words words) throws IOException {
        int number = BareWriter.words(texts.setup, texts.next());
        words.words += number;
        return number;
    }

    @Benchmark
    public Results finding(Index index) {
        return index.search(false, false);
    }

    @Benchmark
    public Results counting(Index index) {
        return index.search(true, false);
    }

    @Benchmark
    public Results highlighting(Index index) {
        return index.search(false, true);
    }

    @Benchmark
    public Answer answering(Rendering server) throws IOException {
        return server.get("/empty");
    }

    @Benchmark
    public Answer json(Rendering server) throws IOException {
        return server.get("/api/v1/practices?q=" + BROAD);
    }

    @Benchmark
    public Answer html(Rendering server) throws IOException {
        return server.get("/suche?q=" + BROAD);
    }
}
