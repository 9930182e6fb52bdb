package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.SearchQuery;

/**
 * Random changes on a disk that fails at random and loses power at random. What is committed is always there, whole; and
 * whoever goes on from its position ends with all that was ever changed. A seed repeats a run: {@code -Dfaults.seed=7};
 * more of them: {@code -Dfaults.rounds=1000}.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 5);
    private static final int BATCHES = 15;
    private static final int IDS = 12;

    @TempDir
    private Path folder;

    private final List<Batch> batches = new ArrayList<>();

    /** What one apply takes over. */
    private record Batch(List<StoredPractice> changed, Set<PracticeId> gone) {}

    static LongStream seeds() {
        Long only = Long.getLong("faults.seed");
        return only == null ? LongStream.range(0, ROUNDS) : LongStream.of(only);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_the_disk_does_the_index_is_what_was_committed(long seed) {
        Random random = new Random(seed);
        FailingDisk disk = new FailingDisk(seed);
        IndexSetup setup = disk.under(TestIndex.setup(folder));
        TestIndex.build(setup, List.of(practice("anfang").stored()), "0");
        batches.add(new Batch(List.of(practice("anfang").stored()), Set.of()));
        PracticeIndex index = PracticeIndex.open(setup);
        for (int number = 1; number <= BATCHES; number++) {
            batches.add(batch(random, number));
            disk.failAt(random.nextInt(3) == 0 ? 0.02 + random.nextDouble() * 0.2 : 0);
            follow(index, 3);
            if (random.nextInt(4) == 0) {
                index = crashed(disk, index, setup);
            }
            disk.failAt(0);
            assertHolds(index, position(index));
        }
        follow(index, 1);
        assertHolds(index, BATCHES);
        index.close();
    }

    private static Batch batch(Random random, int number) {
        Map<String, StoredPractice> changed = new HashMap<>();
        Set<PracticeId> gone = new HashSet<>();
        IntStream.range(0, 1 + random.nextInt(5)).forEach(each -> {
            String id = "nummer-" + random.nextInt(IDS);
            changed.put(
                    id, practice(id).titled("Stand " + number).version(number).stored());
        });
        String deleted = "nummer-" + random.nextInt(IDS);
        if (!changed.containsKey(deleted)) {
            gone.add(new PracticeId(deleted));
        }
        return new Batch(List.copyOf(changed.values()), gone);
    }

    /** As a follower does: on from where the index stands; where that fails, later again. */
    private void follow(PracticeIndex index, int patience) {
        for (int attempt = 0; attempt < patience && position(index) < batches.size() - 1; attempt++) {
            try {
                for (int next = position(index) + 1; next < batches.size(); next++) {
                    index.apply(batches.get(next).changed(), batches.get(next).gone(), String.valueOf(next));
                }
            } catch (RuntimeException diskFailed) {
                assertHolds(index, position(index));
            }
        }
    }

    private static PracticeIndex crashed(FailingDisk disk, PracticeIndex index, IndexSetup setup) {
        disk.failAt(0);
        disk.crash();
        try {
            index.close();
        } catch (RuntimeException noPower) {
            // as little as a process that is killed
        }
        disk.restart();
        return PracticeIndex.open(setup);
    }

    private static int position(PracticeIndex index) {
        assertThat(index.state()).isInstanceOf(IndexState.Ready.class);
        return index.state() instanceof IndexState.Ready ready ? Integer.parseInt(ready.position()) : -1;
    }

    private void assertHolds(PracticeIndex index, int position) {
        Map<PracticeId, StoredPractice> expected = new HashMap<>();
        for (Batch batch : batches.subList(0, position + 1)) {
            batch.changed().forEach(practice -> expected.put(practice.id(), practice));
            batch.gone().forEach(expected::remove);
        }
        Map<PracticeId, StoredPractice> held = index.published().inOrder(0, 1_000).stream()
                .map(listed -> index.published().find(listed.id()).orElseThrow())
                .collect(Collectors.toMap(StoredPractice::id, practice -> practice));
        assertThat(held).isEqualTo(expected);
        assertThat(index.search(SearchQuery.EVERYTHING).total()).isEqualTo(expected.size());
    }
}
