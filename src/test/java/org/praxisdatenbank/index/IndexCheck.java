package org.praxisdatenbank.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Lucene's own check of every byte, for an index that nobody serves at the moment. */
public final class IndexCheck {
    private IndexCheck() {}

    /** What is wrong with the live generation and the one before it; nothing where there is none. */
    public static List<String> faults(Path folder) {
        IndexFolder index = new IndexFolder(folder);
        return Stream.concat(index.current().stream(), index.previous().stream())
                .flatMap(generation -> fault(folder.resolve(generation)).stream())
                .toList();
    }

    /** Names of generations that are neither the live one nor the one before it. */
    public static List<String> leftOvers(Path folder) {
        IndexFolder index = new IndexFolder(folder);
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith("generation-"))
                    .filter(name -> !index.current().equals(Optional.of(name)))
                    .filter(name -> !index.previous().equals(Optional.of(name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking into " + folder, e);
        }
    }

    private static Optional<String> fault(Path generation) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Directory directory = FSDirectory.open(generation);
                CheckIndex check = new CheckIndex(directory)) {
            check.setInfoStream(new PrintStream(told, true, StandardCharsets.UTF_8));
            CheckIndex.Status status = check.checkIndex();
            return status.clean && !status.missingSegments
                    ? Optional.empty()
                    : Optional.of(generation + " is broken: " + told.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.of(generation + " is broken: " + e);
        }
    }
}
