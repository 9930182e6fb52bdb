package org.praxisdatenbank.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
    private static final int THREADS = 3;

    private final List<Integer> results = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1000})
    void all_results_come_in_the_order_of_the_work(int count) {
        handOver(count, piece -> piece * 2);

        assertThat(results)
                .isEqualTo(IntStream.range(0, count)
                        .map(piece -> piece * 2)
                        .boxed()
                        .toList());
    }

    @Test
    void several_threads_work_at_the_same_time() {
        CountDownLatch allAreThere = new CountDownLatch(THREADS);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();

        handOver(1000, piece -> {
            if (seen.add(Thread.currentThread())) {
                meet(allAreThere);
            }
            return piece;
        });

        assertThat(seen).hasSize(THREADS).doesNotContain(Thread.currentThread());
    }

    @Test
    void results_are_given_by_the_thread_that_adds() {
        Set<Thread> given = ConcurrentHashMap.newKeySet();
        try (Handover<Integer, Integer> handover =
                new Handover<>(THREADS, piece -> piece, result -> given.add(Thread.currentThread()))) {
            IntStream.range(0, 1000).forEach(handover::add);
            handover.finish();
        }

        assertThat(given).containsExactly(Thread.currentThread());
    }

    @Test
    void who_reads_is_never_far_ahead() {
        AtomicInteger read = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        try (Handover<Integer, Integer> handover =
                new Handover<>(THREADS, piece -> piece, result -> ahead.add(read.get() - result))) {
            for (int piece = 0; piece < 10_000; piece++) {
                read.set(piece);
                handover.add(piece);
            }
            handover.finish();
        }

        assertThat(ahead).hasSize(10_000).allMatch(distance -> distance < 16 * 16);
    }

    @Test
    void a_fault_comes_out_as_it_was_thrown() {
        IllegalArgumentException fault = new IllegalArgumentException("record 500");

        assertThatThrownBy(() -> handOver(1000, piece -> {
                    if (piece == 500) {
                        throw fault;
                    }
                    return piece;
                }))
                .isSameAs(fault);
        assertThat(results).isEqualTo(IntStream.range(0, 496).boxed().toList());
    }

    @Test
    void nobody_works_any_more_after_a_fault() {
        AtomicInteger working = new AtomicInteger();

        assertThatThrownBy(() -> handOver(1000, piece -> {
                    working.incrementAndGet();
                    if (piece == 0) {
                        throw new AssertionError("record 0");
                    }
                    return working.decrementAndGet();
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(working).hasValue(1); // the one that failed
    }

    @Test
    void an_interrupt_ends_the_waiting() {
        Thread reader = Thread.currentThread();

        assertThatThrownBy(() -> handOver(1000, piece -> {
                    reader.interrupt();
                    return piece;
                }))
                .isInstanceOf(CancellationException.class);
        Thread.interrupted(); // the others may have done it again
    }

    private void handOver(int count, Function<Integer, Integer> work) {
        try (Handover<Integer, Integer> handover = new Handover<>(THREADS, work, results::add)) {
            IntStream.range(0, count).forEach(handover::add);
            handover.finish();
        }
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
