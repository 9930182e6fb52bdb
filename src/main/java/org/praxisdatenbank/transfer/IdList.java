package org.praxisdatenbank.transfer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;

/** Ids in an order, as many as there are: on the disk, so that memory does not grow with them. Used by one thread. */
final class IdList implements Closeable {
    /** Handed out at a time. */
    static final int BATCH = 500;

    private final Path file;

    private IdList(Path file) {
        this.file = file;
    }

    /** @param source hands over the ids */
    static IdList of(Consumer<Consumer<PracticeId>> source) throws IOException {
        IdList list = new IdList(Files.createTempFile("export", ".ids"));
        try (BufferedWriter out = Files.newBufferedWriter(list.file, StandardCharsets.US_ASCII)) {
            source.accept(id -> {
                try {
                    out.append(id.value()).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException("keeping ids for an export", e);
                }
            });
            return list;
        } catch (IOException | RuntimeException e) {
            list.close();
            throw e;
        }
    }

    /** What is done with some of them. */
    interface Use {
        void of(List<PracticeId> ids) throws IOException;
    }

    void forEachBatch(Use use) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            List<PracticeId> batch = new ArrayList<>(BATCH);
            for (@Nullable String id = in.readLine(); id != null; id = in.readLine()) {
                batch.add(new PracticeId(id));
                if (batch.size() == BATCH) {
                    use.of(List.copyOf(batch));
                    batch.clear();
                }
            }
            use.of(batch);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
