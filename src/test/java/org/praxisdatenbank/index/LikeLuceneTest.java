package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our queries find, and how they score it, beside Lucene's slower ones, in several segments with gaps. */
final class LikeLuceneTest {
    private static final int DOCUMENTS = 2_000;
    private static final int LONGEST = 60;
    private static final List<String> WORDS = List.of("kita", "kind", "kinder", "sport", "sporthalle", "rat", "tat");
    private static final String FIELD = "text";

    private static Directory directory;
    private static DirectoryReader reader;
    private static IndexSearcher searcher;

    @BeforeAll
    static void build() throws IOException {
        Random random = new Random(7);
        directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(
                directory, new IndexWriterConfig(new WhitespaceAnalyzer()).setMaxBufferedDocs(DOCUMENTS / 3))) {
            for (int number = 0; number < DOCUMENTS; number++) {
                Document document = new Document();
                document.add(new TextField(FIELD, text(random), Field.Store.NO));
                document.add(new TextField("number", String.valueOf(number), Field.Store.NO));
                writer.addDocument(document);
            }
            for (int number = 0; number < DOCUMENTS; number += 17) {
                writer.deleteDocuments(new Term("number", String.valueOf(number)));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        assertThat(reader.leaves()).hasSizeGreaterThan(1);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** Some common words, and some that stand between them. */
    private static String text(Random random) {
        List<String> words = new ArrayList<>();
        for (int left = random.nextInt(LONGEST); left > 0; left--) {
            words.add(random.nextInt(4) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "und");
        }
        return String.join(" ", words);
    }

    @Test
    void words_near_each_other() throws IOException {
        Random random = new Random(8);
        int found = 0;
        for (int attempt = 0; attempt < 300; attempt++) {
            List<String> terms = new ArrayList<>(WORDS);
            Collections.shuffle(terms, random);
            terms = terms.subList(0, 2 + random.nextInt(3));
            int within = 2 + random.nextInt(20);
            NearQuery near = new NearQuery(FIELD, terms, within);
            Map<Integer, Float> one = found(near);
            assertThat(one.keySet())
                    .as("%s within %d", terms, within)
                    .isEqualTo(found(interval(terms, within)).keySet());
            assertThat(found(near)).as("asked again").isEqualTo(one);
            found += one.isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(200);
    }

    private static Query interval(List<String> terms, int within) {
        IntervalsSource[] sources = terms.stream().map(Intervals::term).toArray(IntervalsSource[]::new);
        return new IntervalQuery(FIELD, Intervals.maxwidth(within, Intervals.unordered(sources)));
    }

    @Test
    void a_word_that_is_nowhere_is_near_nothing() throws IOException {
        assertThat(found(new NearQuery(FIELD, List.of("kita", "mond"), 20))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ki*", "k?nd", "*at", "*", "sporthalle", "sport*e", "?at", "mond*"})
    void patterns(String pattern) throws IOException {
        PatternQuery query = new PatternQuery(FIELD, new PatternQuery.Shared(pattern));

        assertThat(found(query)).isEqualTo(found(new WildcardQuery(new Term(FIELD, pattern))));
    }

    /** Document to its score. */
    private static Map<Integer, Float> found(Query query) throws IOException {
        Map<Integer, Float> found = new TreeMap<>();
        for (ScoreDoc hit : searcher.search(query, DOCUMENTS).scoreDocs) {
            found.put(hit.doc, hit.score);
        }
        return found;
    }
}
