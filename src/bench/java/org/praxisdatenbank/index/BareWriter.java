package org.praxisdatenbank.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.NullMarked;
import org.praxisdatenbank.practice.StoredPractice;

/** For measurements: the documents and the analysis of the index without all that stands around them. */
@NullMarked
public final class BareWriter {
    private static final double BUFFER_MEGABYTES = 64;

    private BareWriter() {}

    /** Adds them all to a new index and commits, with nothing but a writer. */
    public static void write(IndexSetup setup, Path folder, List<StoredPractice> practices, int threads)
            throws Exception {
        IndexWriterConfig configuration = Generation.configuration(setup)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, configuration);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                tasks.add(() -> {
                    for (int number = first; number < practices.size(); number += threads) {
                        writer.addDocument(setup.documents().of(practices.get(number)));
                    }
                    return null;
                });
            }
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
            writer.commit();
        }
    }

    /** Analyses a text as for the index; returns the positions, which is how many words it has. */
    public static int words(IndexSetup setup, String text) throws IOException {
        try (TokenStream tokens = setup.analysis().indexing().tokenStream(Fields.DESCRIPTION, text)) {
            var position = tokens.getAttribute(
                    PositionIncrementAttribute.class);
            int words = 0;
            tokens.reset();
            while (tokens.incrementToken()) {
                words += position.getPositionIncrement();
            }
            tokens.end();
            return words;
        }
    }
}
