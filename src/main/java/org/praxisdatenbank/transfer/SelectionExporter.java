package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.PracticeStore.Snapshot;
import org.praxisdatenbank.practice.StoredPractice;

/**
 * Writes chosen practices in the order in which they were chosen, as they stand in the database at one moment; those that
 * are not published any more are left out. Memory does not grow with their number. The transaction only reads, for one
 * that writes would keep followers of the change log waiting as long as somebody downloads. Safe for use by any thread.
 */
public final class SelectionExporter {
    private final PracticeStore practices;

    public SelectionExporter(PracticeStore practices) {
        this.practices = practices;
    }

    /** Learns how many practices there will be before the first one is written. */
    public interface Beginning {
        /** Where to write them; null: nobody wants them. */
        @Nullable
        OutputStream of(long total) throws IOException;
    }

    /**
     * Writes all of them, or throws: then what was written so far is not complete.
     *
     * @param chosen hands over the ids; called once, before anything is read
     * @param format makes the writer for what the beginning gives
     */
    public void run(Consumer<Consumer<PracticeId>> chosen, Beginning beginning, WriterMaker format) throws IOException {
        try (IdList ids = IdList.of(chosen)) {
            practices.inSnapshot(snapshot -> {
                @Nullable OutputStream out = beginning.of(count(ids, snapshot));
                if (out != null) {
                    write(ids, snapshot, format.on(out));
                }
            });
        }
    }

    /** Makes a writer. */
    public interface WriterMaker {
        PracticeWriter on(OutputStream out);
    }

    private static long count(IdList ids, Snapshot snapshot) throws IOException {
        long[] total = {0};
        ids.forEachBatch(batch -> total[0] += snapshot.countPublished(batch));
        return total[0];
    }

    private static void write(IdList ids, Snapshot snapshot, PracticeWriter writer) throws IOException {
        writer.begin();
        ids.forEachBatch(batch -> {
            for (Practice practice : inOrder(batch, snapshot.find(batch))) {
                writer.write(practice);
            }
        });
        writer.end();
    }

    private static List<Practice> inOrder(List<PracticeId> ids, List<StoredPractice> found) {
        Map<PracticeId, Practice> byId = new HashMap<>();
        found.forEach(stored -> byId.put(stored.id(), stored.practice()));
        return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
    }
}
