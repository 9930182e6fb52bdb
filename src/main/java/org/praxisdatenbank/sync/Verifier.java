package org.praxisdatenbank.sync;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.IndexSnapshot;
import org.praxisdatenbank.index.Proof;
import org.praxisdatenbank.index.SegmentFiles;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;

/**
 * Compares database and index while both may change. What differs at first may only have changed between the two
 * readings; so whatever differs is looked at again, after the index has taken over all that the log told by then.
 */
final class Verifier {
    /** So many differences are told; more of them say no more. */
    static final int MOST_DIFFERENCES = 10_000;

    private static final int LOOKS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** How long to wait for whoever follows the log into the index. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChangeLogStore log;
    private final PracticeStore practices;
    private final IndexSetup setup;
    private final int mostDifferences;

    Verifier(ChangeLogStore log, PracticeStore practices, IndexSetup setup) {
        this(log, practices, setup, MOST_DIFFERENCES);
    }

    Verifier(ChangeLogStore log, PracticeStore practices, IndexSetup setup, int mostDifferences) {
        this.mostDifferences = mostDifferences;
        this.log = log;
        this.practices = practices;
        this.setup = setup;
    }

    /** First the files of the index, then what stands in them. Raises {@code Problem.NotReady} where there is no index. */
    Verification run(Progress progress) {
        List<String> damaged = SegmentFiles.damaged(setup);
        return damaged.isEmpty() ? compare(progress) : Verification.damaged(practices.countPublished(), damaged);
    }

    /** Only what stands in them. */
    Verification compare(Progress progress) {
        long lag = waitForIndex();
        try (IndexSnapshot index = IndexSnapshot.open(setup)) {
            return log.inSnapshot(snapshot -> compare(index, snapshot, lag, progress));
        }
    }

    private Verification compare(
            IndexSnapshot index, ChangeLogStore.Snapshot snapshot, long lagBefore, Progress progress) {
        Comparison comparison = new Comparison(index.proofs(), mostDifferences);
        progress.phase("verify", snapshot.published());
        snapshot.forEachPublished(practice -> {
            if (Thread.interrupted()) {
                throw new CancellationException("verifying the index was interrupted");
            }
            comparison.add(Proof.of(practice));
            progress.advance(1);
        });
        SortedMap<PracticeId, Difference> differences = comparison.end();
        long unlike = unlike(differences);
        long lag = lagBefore;
        for (int look = 0; look < LOOKS && !differences.isEmpty(); look++) {
            lag = lookAgain(differences);
        }
        return new Verification(
                comparison.published(),
                comparison.indexed(),
                comparison.equal() + unlike - unlike(differences),
                lag,
                List.copyOf(differences.values()),
                List.of());
    }

    private static long unlike(SortedMap<PracticeId, Difference> differences) {
        return Verification.unlike(List.copyOf(differences.values()));
    }

    /** Keeps what still differs; returns the rows that the index lags behind. */
    private long lookAgain(SortedMap<PracticeId, Difference> differences) {
        long lag = waitForIndex();
        List<PracticeId> ids = List.copyOf(differences.keySet());
        try (IndexSnapshot index = IndexSnapshot.open(setup)) {
            Map<PracticeId, Proof> stored = practices.find(ids).stream()
                    .map(Proof::of)
                    .collect(Collectors.toMap(Proof::id, Function.identity()));
            for (PracticeId id : ids) {
                difference(id, stored.get(id), index.find(id))
                        .ifPresentOrElse(still -> differences.put(id, still), () -> differences.remove(id));
            }
        }
        return lag;
    }

    private static Optional<Difference> difference(PracticeId id, @Nullable Proof stored, List<Proof> indexed) {
        if (indexed.equals(stored == null ? List.of() : List.of(stored))) {
            return Optional.empty();
        }
        if (indexed.isEmpty()) {
            return Optional.of(new Difference.Missing(id));
        }
        return Optional.of(
                indexed.contains(stored) || stored == null ? new Difference.Extra(id) : new Difference.Stale(id));
    }

    /** Until the index stands where the log stood when the waiting began; returns the rows missing after that. */
    private long waitForIndex() {
        LogPosition goal = log.last();
        long end = System.nanoTime() + PATIENCE.toNanos();
        LogPosition reached = reached();
        while (reached.compareTo(goal) < 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            reached = reached();
        }
        return reached.compareTo(goal) < 0 ? Math.max(1, log.countAfter(reached)) : 0;
    }

    private LogPosition reached() {
        try (IndexSnapshot index = IndexSnapshot.open(setup)) {
            return LogPosition.of(index.position()).orElse(new LogPosition(0, 0));
        }
    }
}
