package org.praxisdatenbank.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.ThreadInterruptedException;
import org.praxisdatenbank.index.BuildState.Owner;
import org.praxisdatenbank.index.BuildState.Step;
import org.praxisdatenbank.index.IndexFolder.Held;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.FailPoint;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.vocabulary.Vocabularies;

/**
 * A new generation of the index, built beside the live one. Only {@link #commit} makes it the live one; without it
 * {@link #close} throws the draft away. {@link #add} may be called from several threads.
 */
public final class Generation implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 64;

    private final IndexSetup setup;
    private final Held lock;
    private final String name;
    private final Directory directory;
    private final IndexWriter writer;
    private final Owner owner;

    private Generation(IndexSetup setup, Held lock) throws IOException {
        this.setup = setup;
        this.lock = lock;
        setup.folder().build().delete(); // left by a process that was killed
        this.name = setup.folder().startGeneration();
        this.owner = new Owner(name, ProcessHandle.current().pid(), host(), Instant.now());
        setup.folder().build().write(new BuildState(owner, Step.FIRST));
        this.directory = setup.folder().open(name);
        this.writer = new IndexWriter(directory, configuration(setup).setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    /**
     * Starts an empty one.
     *
     * @throws Refused while another process builds one
     */
    public static Generation start(IndexSetup setup) {
        Held lock = setup.folder().lockForBuilding();
        try {
            return new Generation(setup, lock);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("starting a generation of the index", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }

    /** Tells other processes how far the build is; by any thread. */
    public void tell(Step step) {
        try {
            setup.folder().build().write(new BuildState(owner, step));
        } catch (IOException e) {
            throw new UncheckedIOException("telling how far the build of the index is", e);
        }
    }

    /** Whether somebody has asked for the end of this build; by any thread. */
    public boolean isCancelled() {
        return setup.folder().build().isCancelled(name);
    }

    static IndexWriterConfig configuration(IndexSetup setup) {
        return new IndexWriterConfig(setup.analysis().indexing())
                .setSimilarity(Ranking.SIMILARITY)
                .setMergeScheduler(new Merges())
                .setCommitOnClose(false);
    }

    /** Adds a practice that is not in it yet; returns the proof that stands in it now. */
    public Proof add(StoredPractice practice) {
        try {
            CanonicalRecord record = CanonicalRecord.of(practice);
            writer.addDocument(setup.documents().of(practice, record));
            return record.proof();
        } catch (IOException e) {
            throw new UncheckedIOException("indexing practice " + practice.id().value(), e);
        }
    }

    /** Takes over changes: those in the form they now have, and those no longer published. */
    public void apply(Collection<StoredPractice> changed, Collection<PracticeId> gone) {
        apply(writer, setup, changed, gone);
    }

    static void apply(
            IndexWriter writer, IndexSetup setup, Collection<StoredPractice> changed, Collection<PracticeId> gone) {
        try {
            for (StoredPractice practice : changed) {
                writer.updateDocument(term(practice.id()), setup.documents().of(practice));
            }
            for (PracticeId id : gone) {
                writer.deleteDocuments(term(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("indexing changed practices", e);
        }
    }

    private static Term term(PracticeId id) {
        return new Term(Fields.ID, id.value());
    }

    /**
     * Makes one segment of all that has been added: every search looks up every word in every segment.
     *
     * @throws CancellationException when the thread is interrupted
     */
    public void merge() {
        try {
            writer.forceMerge(1);
        } catch (ThreadInterruptedException e) {
            throw new CancellationException("interrupted while merging");
        } catch (IOException e) {
            throw new UncheckedIOException("merging a generation of the index", e);
        }
    }

    /** What it holds by now; to be closed. */
    public IndexSnapshot snapshot() {
        try {
            return new IndexSnapshot(
                    DirectoryReader.open(writer), () -> {}, name, new Commits(setup.version(), "", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("reading back a generation of the index", e);
        }
    }

    /** The same without telling of which database it is. */
    public void commit(String position) {
        commit(position, "");
    }

    /**
     * Makes it durable and the live one. Whoever serves the index switches to it soon.
     *
     * @param position in the change log: everything up to there is in it
     * @param origin of which database; given back by {@link IndexState.Ready}
     */
    public void commit(String position, String origin) {
        try {
            new Commits(setup.version(), position, origin).put(writer);
            FailPoint.BUILD_WRITTEN.reached();
            writer.commit();
            writer.close();
            FailPoint.BUILD_COMMITTED.reached();
            setup.folder().switchTo(name);
        } catch (IOException e) {
            throw new UncheckedIOException("committing a generation of the index", e);
        }
    }

    /**
     * Makes the generation that was the live one before the live one again; doing it twice is as if nothing was done.
     * Returns its name.
     *
     * @param index folder of the generations
     * @param vocabularies what the lists are now: of another version is what was made with others; asked for only where
     *     the live generation does not already show that this program can read the one before
     * @throws Refused where there is none that this program can read, or while another process builds one
     */
    public static String rollBack(Path index, Supplier<Vocabularies> vocabularies) {
        IndexFolder folder = new IndexFolder(index);
        Held building = folder.lockForBuilding();
        try (building) {
            String previous = folder.previous()
                    .orElseThrow(() -> new Refused("There is no generation of the index before this one."));
            String version = version(folder, previous);
            if (!isLive(folder, version) && !version.equals(Fields.version(vocabularies.get()))) {
                throw new Refused(
                        "The generation of the index before this one was made by another version of this program.");
            }
            folder.switchTo(previous);
            return previous;
        } catch (IOException e) {
            throw new UncheckedIOException("going back to the generation of the index before this one", e);
        }
    }

    /** Whether this program has made the live generation too, of the same version. */
    private static boolean isLive(IndexFolder folder, String version) {
        try {
            return Fields.isOfThisProgram(version)
                    && folder.current().isPresent()
                    && version(folder, folder.current().get()).equals(version);
        } catch (IOException damaged) {
            return false; // all the more reason to go back
        }
    }

    /** Without reading more than that: going back shall take no time. */
    private static String version(IndexFolder folder, String name) throws IOException {
        try (Directory directory = folder.open(name)) {
            return Commits.of(SegmentInfos.readLatestCommit(directory).getUserData())
                    .version();
        }
    }

    /** Also ends what an interrupt has broken; the thread is interrupted again when this returns. */
    @Override
    public void close() {
        boolean wasInterrupted = Thread.interrupted(); // Lucene would not wait for its own threads
        Closeable draft = this::remove;
        try (lock;
                draft;
                directory) {
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a generation of the index", e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is the live one stays, even where something failed after the switch. */
    private void remove() throws IOException {
        if (!setup.folder().current().equals(Optional.of(name))) {
            IOUtils.rm(setup.folder().generation(name));
        }
        setup.folder().build().delete();
    }
}
