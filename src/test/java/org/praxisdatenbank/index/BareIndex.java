package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.praxisdatenbank.practice.StoredPractice;

/** What a bare writer takes to index practices from memory: the measure for building a generation. */
public final class BareIndex {
    private BareIndex() {}

    /**
     * Writes the same documents as a generation into an index, and commits.
     *
     * @param folder a new one
     */
    public static long write(Path folder, IndexSetup setup, List<StoredPractice> practices, int threads) {
        AtomicInteger next = new AtomicInteger();
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, Generation.configuration(setup));
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < practices.size(); at = next.getAndIncrement()) {
                        writer.addDocument(setup.documents().of(practices.get(at)));
                    }
                    return null;
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
            return writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a bare index", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("writing a bare index", e);
        }
    }
}
