package org.praxisdatenbank.index;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/** An index in which something has gone wrong. */
public final class Doubled {
    private Doubled() {}

    /** Lets each document of the live generation stand there twice. */
    public static void documents(IndexSetup setup) throws IOException {
        String live = setup.folder().current().orElseThrow();
        try (Directory directory = setup.folder().open(live);
                Directory copy = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, Generation.configuration(setup))) {
            for (String file : directory.listAll()) {
                if (!file.endsWith(".lock")) {
                    copy.copyFrom(directory, file, file, IOContext.DEFAULT);
                }
            }
            Commits commit = Commits.of(writer);
            writer.addIndexes(copy);
            commit.put(writer);
            writer.commit();
        }
    }
}
