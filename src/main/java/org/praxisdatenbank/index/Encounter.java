package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.praxisdatenbank.query.Language.Meeting;
import org.praxisdatenbank.query.QueryLimits;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.SearchQuery.Match;

/** Lets two texts search each other: each is for once a title in an index of its own, in memory. */
record Encounter(Analysis analysis) {

    Meeting of(String one, String other) {
        return new Meeting(found(one, other), found(other, one));
    }

    /** How a search finds the title; none: it does not. */
    private List<Reason> found(String search, String title) {
        TextQuery.Made made = TextQuery.of(QueryText.parse(search), Match.ALL, analysis);
        try (ByteBuffersDirectory memory = new ByteBuffersDirectory()) {
            write(title, memory);
            try (DirectoryReader reader = DirectoryReader.open(memory)) {
                TimedSearcher searcher =
                        new TimedSearcher(new IndexSearcher(reader), TimeLimit.of(QueryLimits.DEFAULT.time()));
                if (searcher.count(made.query()) == 0) {
                    return List.of();
                }
                return Reasons.of(
                        made.asked(),
                        new Evidence(searcher, made, new KnownTerms(searcher))
                                .of(List.of(0))
                                .getOrDefault(0, Evidence.Of.NOTHING)
                                .places(),
                        field -> title);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("searching one text for another", e);
        }
    }

    private void write(String title, ByteBuffersDirectory memory) throws IOException {
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analysis.indexing()))) {
            Document document = new Document();
            document.add(new Field(Fields.TITLE, title, Fields.TEXT));
            writer.addDocument(document);
        }
    }
}
