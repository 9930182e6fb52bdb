package org.praxisdatenbank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** An index as Lucene's own parts make it: its German analyzer, its facets; nothing of ours. */
record BareIndex(Path folder, Vocabularies vocabularies, boolean offsets) {
    static final Analyzer ANALYZER = new GermanAnalyzer();
    static final FacetsConfig FACETS = facets();
    private static final double BUFFER_MEGABYTES = 64;

    /** Calls back for each practice. */
    interface Source {
        void forEach(Consumer<Practice> use) throws IOException;
    }

    private static FacetsConfig facets() {
        FacetsConfig facets = new FacetsConfig();
        Question.COUNTED.forEach(facet -> facets.setMultiValued(facet.parameter(), true));
        return facets;
    }

    /** Builds it unless it is there; the directory is the reader's to close. */
    DirectoryReader open(int practices, Source source) throws IOException {
        Directory directory = FSDirectory.open(Files.createDirectories(folder));
        if (!DirectoryReader.indexExists(directory) || documents(directory) != practices) {
            build(directory, source);
        }
        return DirectoryReader.open(directory);
    }

    private static int documents(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.numDocs();
        }
    }

    private void build(Directory directory, Source source) throws IOException {
        IndexWriterConfig configuration = new IndexWriterConfig(ANALYZER)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (IndexWriter writer = new IndexWriter(directory, configuration)) {
            source.forEach(practice -> {
                try {
                    writer.addDocument(FACETS.build(document(practice)));
                } catch (IOException e) {
                    throw new UncheckedIOException("indexing " + practice.id().value(), e);
                }
            });
            writer.commit();
        }
    }

    private Document document(Practice practice) {
        Document document = new Document();
        document.add(new StoredField("id", practice.id().value()));
        add(document, "title", practice.wording().title());
        add(document, "summary", practice.wording().summary());
        add(document, "description", practice.wording().description());
        Carrier carrier = practice.carrier();
        add(document, "provider", carrier.provider());
        add(document, "place", carrier.place());
        add(document, "place", carrier.postalCode());
        for (Facet facet : Question.COUNTED) {
            QueryMix.values(practice.classification(), facet)
                    .distinct()
                    .forEach(value -> document.add(new SortedSetDocValuesFacetField(facet.parameter(), value)));
        }
        terms(practice.classification())
                .flatMap(term -> vocabularies.find(term).stream())
                .forEach(term -> texts(term.label()).forEach(text -> add(document, "labels", text)));
        return document;
    }

    private static List<String> texts(Label label) {
        return List.of(label.german(), label.english());
    }

    private static Stream<TermId> terms(Classification classification) {
        return Stream.of(
                        Stream.of(classification.type()),
                        classification.terms().stream(),
                        classification.criteria().stream().map(Classification.Fulfilment::criterion))
                .flatMap(terms -> terms);
    }

    private void add(Document document, String field, @Nullable String text) {
        if (text != null) {
            document.add(offsets ? new Field(field, text, withOffsets()) : new TextField(field, text, Field.Store.YES));
        }
    }

    private static FieldType withOffsets() {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        return type;
    }
}
