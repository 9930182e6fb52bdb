package org.praxisdatenbank.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    @TempDir
    private Path home;

    @Test
    void what_another_deletes_meanwhile_is_gone_all_the_same() throws IOException {
        for (int round = 0; round < 20; round++) {
            Path folder = home.resolve("draft" + round);
            List<Path> files = new ArrayList<>();
            for (int number = 0; number < 500; number++) {
                Path inner = Files.createDirectories(folder.resolve("data").resolve("base" + number % 20));
                files.add(Files.createFile(inner.resolve("file" + number)));
            }
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> files.forEach(FoldersTest::delete));

            Folders.deleteTree(folder);

            other.join();
            assertThat(folder).doesNotExist();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
