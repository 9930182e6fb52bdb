package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

final class DocumentSetsTest {
    private static final int NAMES = 20;

    private final DocumentSets sets = new DocumentSets();

    private static void add(IndexWriter writer, String word) throws IOException {
        Document document = new Document();
        document.add(new StringField("word", word, Field.Store.NO));
        writer.addDocument(document);
        writer.commit();
    }

    private void ask(DirectoryReader reader) throws IOException {
        for (int name = 0; name < NAMES; name++) {
            sets.of(new IndexSearcher(reader), List.of(name), () -> new TermQuery(new Term("word", "a")));
        }
    }

    @Test
    void what_is_kept_of_a_segment_goes_when_the_segment_does() throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            add(writer, "a");
            add(writer, "b");
            DirectoryReader two = DirectoryReader.open(writer);
            ask(two);
            ask(two);
            assertThat(sets.size()).isEqualTo(2 * NAMES);

            writer.forceMerge(1);
            DirectoryReader one = DirectoryReader.openIfChanged(two);
            ask(one);
            assertThat(sets.size()).isEqualTo(3 * NAMES);

            two.close();
            assertThat(sets.size()).isEqualTo(NAMES);
            one.close();
        }
        assertThat(sets.size()).isZero();
    }
}
