package org.praxisdatenbank.sync;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.Generation;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexSnapshot;
import org.praxisdatenbank.index.Proof;
import org.praxisdatenbank.index.Proofs;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds a new generation of the index beside the live one, which goes on being searched and followed. */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final ChangeLogStore log;
    private final Origins origins;
    private final PracticeStore practices;
    private final IndexSetup setup;
    private final Progress progress;

    Rebuild(ChangeLogStore log, Origins origins, PracticeStore practices, IndexSetup setup, Progress progress) {
        this.log = log;
        this.origins = origins;
        this.practices = practices;
        this.setup = setup;
        this.progress = progress;
    }

    /**
     * Builds from one snapshot of the database, proves the result, catches up with what changed meanwhile and makes it
     * the live generation. Returns how many practices it holds.
     *
     * @throws org.praxisdatenbank.problem.Refused while another process builds
     * @throws CancellationException when the thread is interrupted or another process asks for the end; the live
     *     generation stays as it is
     */
    long run() {
        Origin origin = origins.now();
        try (Generation generation = Generation.start(setup)) {
            Built built = watched(generation);
            refuseUnlessStill(origin);
            generation.commit(built.place().text(), origin.text());
            return built.documents();
        }
    }

    private void refuseUnlessStill(Origin origin) {
        if (!origins.now().equals(origin)) {
            throw new OtherDatabase("Another database took the place of the one that the index was being built from.");
        }
    }

    /** What stands in a new generation, and up to where. */
    private record Built(LogPosition place, long documents) {}

    /** What an interrupt breaks (files, connections) is no fault but the end that was asked for. */
    private Built watched(Generation generation) {
        BuildWatch watch = BuildWatch.start(generation, progress);
        try (watch) {
            Built built = build(generation, watch);
            if (!watch.isCancelled() && !Thread.interrupted()) {
                return built;
            }
        } catch (RuntimeException e) {
            if (!watch.isCancelled() && !Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.debug("the build of the index was ended", e);
        }
        throw new CancellationException("the build of the index was cancelled");
    }

    private Built build(Generation generation, Progress progress) {
        Filled filled = log.inSnapshot(snapshot -> fill(generation, snapshot, progress));
        progress.phase("merge", -1);
        generation.merge();
        verify(generation, filled, progress);
        LogPosition place = catchUp(generation, filled.place(), progress);
        return new Built(place, documents(generation));
    }

    /** What a snapshot of the database gave. */
    private record Filled(LogPosition place, long published, Digest read) {}

    private Filled fill(Generation generation, ChangeLogStore.Snapshot snapshot, Progress progress) {
        setup.vocabularies().refresh(); // never older than what is read
        Digest read = new Digest();
        progress.phase("index", snapshot.published());
        try (Handover<StoredPractice, Proof> threads = new Handover<>(THREADS, generation::add, proof -> {
            read.add(proof);
            progress.advance(1);
        })) {
            snapshot.forEachPublished(threads::add);
            threads.finish();
        }
        return new Filled(snapshot.place(), snapshot.published(), read);
    }

    /** What stands in the index now must be, record by record, what the snapshot gave. */
    private static void verify(Generation generation, Filled filled, Progress progress) {
        progress.phase("verify", filled.published());
        Digest indexed = new Digest();
        try (IndexSnapshot snapshot = generation.snapshot()) {
            Proofs proofs = snapshot.proofs();
            for (@Nullable Proof proof = proofs.next(); proof != null; proof = proofs.next()) {
                indexed.add(proof);
                progress.advance(1);
            }
        }
        if (indexed.count() != filled.published()
                || !indexed.value().equals(filled.read().value())) {
            throw new IllegalStateException("the new index holds %d practices, the database %d; or they differ"
                    .formatted(indexed.count(), filled.published()));
        }
    }

    private LogPosition catchUp(Generation generation, LogPosition from, Progress progress) {
        progress.phase("catch up", -1);
        return Changes.forEach(from, log, practices, changes -> {
            setup.vocabularies().refresh();
            generation.apply(changes.changed(), changes.gone());
            progress.advance(changes.rows());
        });
    }

    private static long documents(Generation generation) {
        try (IndexSnapshot snapshot = generation.snapshot()) {
            return snapshot.documents();
        }
    }
}
