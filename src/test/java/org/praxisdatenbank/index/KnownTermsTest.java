package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class KnownTermsTest {
    private static Directory directory;
    private static DirectoryReader reader;

    /** The stem of a word and what finds it as a part; {@code rat} stands within {@code +ratgeber}, too. */
    @BeforeAll
    static void build() throws IOException {
        directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (String text :
                    new String[] {"kita +kita rat +rat", "kita +kita kita +kita und", "ratgeber +ratgeber +rat"}) {
                Document document = new Document();
                document.add(new TextField("text", text, Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
        directory.close();
    }

    @Test
    void two_ways_to_the_same_postings_become_one_that_scores_as_both() throws IOException {
        Query ways = ways("kita");
        Query known = known(ways);

        assertThat(known).isInstanceOf(BoostQuery.class);
        assertThat(scores(known)).hasSize(2).containsExactly(scores(ways), within(1e-5));
    }

    @Test
    void a_stem_that_stands_within_another_word_keeps_both_ways() throws IOException {
        Query known = known(ways("rat"));

        assertThat(known).isInstanceOfSatisfying(BooleanQuery.class, both -> assertThat(both.clauses())
                .hasSize(2));
        assertThat(scores(known)).hasSize(2).containsExactly(scores(ways("rat")), within(1e-5));
    }

    @Test
    void where_so_many_must_match_each_is_left() throws IOException {
        BooleanQuery both = new BooleanQuery.Builder()
                .add(new TermQuery(new Term("text", "kita")), Occur.SHOULD)
                .add(new TermQuery(new Term("text", "+kita")), Occur.SHOULD)
                .setMinimumNumberShouldMatch(2)
                .build();

        assertThat(known(both)).isEqualTo(both);
    }

    private static Query ways(String stem) {
        return new BooleanQuery.Builder()
                .add(new BoostQuery(new TermQuery(new Term("text", stem)), 1), Occur.SHOULD)
                .add(new BoostQuery(new TermQuery(new Term("text", "+" + stem)), 0.7f), Occur.SHOULD)
                .build();
    }

    private static Query known(Query query) throws IOException {
        TimedSearcher searcher = new TimedSearcher(new IndexSearcher(reader), TimeLimit.of(Duration.ofMinutes(1)));
        return new KnownTerms(searcher).in(query);
    }

    /** Of all that is found, in the order of the documents. */
    private static double[] scores(Query query) throws IOException {
        ScoreDoc[] found = new IndexSearcher(reader).search(query, reader.maxDoc()).scoreDocs;
        return Arrays.stream(found)
                .sorted((one, other) -> Integer.compare(one.doc, other.doc))
                .mapToDouble(hit -> hit.score)
                .toArray();
    }
}
