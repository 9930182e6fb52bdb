package org.praxisdatenbank.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.problem.Problem;

/** One state of the index, read without the lock, so also beside a running server. For one thread. */
public final class IndexSnapshot implements AutoCloseable {
    private final DirectoryReader reader;
    private final Closeable opened;
    private final String generation;
    private final Commits commit;

    /** @param opened closed after the reader */
    IndexSnapshot(DirectoryReader reader, Closeable opened, String generation, Commits commit) {
        this.reader = reader;
        this.opened = opened;
        this.generation = generation;
        this.commit = commit;
    }

    /**
     * The last commit of the live generation. Raises {@link Problem.NotReady} where there is none, or none that this
     * program can read.
     */
    public static IndexSnapshot open(IndexSetup setup) {
        String tried = "";
        while (true) {
            String name = setup.folder().current().orElseThrow(() -> new Problem.NotReady("index").raise());
            try {
                return open(setup, name);
            } catch (IndexNotFoundException | NoSuchFileException e) {
                // A server may have switched and deleted the one that was named a moment ago.
                if (name.equals(tried)) {
                    throw new Problem.NotReady("index").raise();
                }
                tried = name;
            } catch (IOException e) {
                throw new UncheckedIOException("opening the index", e);
            }
        }
    }

    /** The last commit of that generation. Raises {@link Problem.NotReady} where this program cannot read it. */
    static IndexSnapshot open(IndexSetup setup, String name) throws IOException {
        Directory directory = setup.folder().open(name);
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            Commits commit = Commits.of(reader.getIndexCommit().getUserData());
            IndexSnapshot snapshot = new IndexSnapshot(reader, directory, name, commit);
            if (!commit.version().equals(setup.version())) {
                snapshot.close();
                throw new Problem.NotReady("index").raise();
            }
            return snapshot;
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    public String generation() {
        return generation;
    }

    /** In the change log; empty for a generation still being built. */
    public String position() {
        return commit.position();
    }

    /** Of which database the position is; empty where that is not told. */
    public String origin() {
        return commit.origin();
    }

    public long documents() {
        return reader.numDocs();
    }

    /**
     * Reads every file and compares it with its checksum; takes as long as reading the whole index does.
     *
     * @throws IOException where a file is damaged or cannot be read
     */
    void checkIntegrity() throws IOException {
        for (LeafReaderContext segment : reader.leaves()) {
            segment.reader().checkIntegrity();
        }
    }

    /** The proofs of all practices, in the order of their ids. */
    public Proofs proofs() {
        return new Proofs(reader, new BytesRef());
    }

    /** What the index holds of one practice: nothing or one proof, unless something is wrong. */
    public List<Proof> find(PracticeId id) {
        Proofs proofs = new Proofs(reader, new BytesRef(id.value() + '\0'));
        List<Proof> found = new ArrayList<>();
        for (@Nullable Proof next = proofs.next(); next != null && next.id().equals(id); next = proofs.next()) {
            found.add(next);
        }
        return found;
    }

    @Override
    public void close() {
        try (opened) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index", e);
        }
    }
}
