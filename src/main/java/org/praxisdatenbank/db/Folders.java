package org.praxisdatenbank.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a folder appear complete or not at all: it is filled under a draft's name and then renamed. */
public final class Folders {
    private Folders() {}

    /** A new empty folder beside {@code target}, for its owner only; {@link #deleteDrafts} finds it again. */
    static Path draftOf(Path target) throws IOException {
        Files.createDirectories(parentOf(target));
        return Files.createTempDirectory(parentOf(target), draftPrefix(target));
    }

    /** Gives the finished draft its name and makes that last through a power failure. */
    static void publish(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(parentOf(target), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Removes what earlier, interrupted attempts have left; only the holder of the home's lock may. */
    static void deleteDrafts(Path target) throws IOException {
        for (Path sibling : childrenOf(parentOf(target))) {
            if (nameOf(sibling).startsWith(draftPrefix(target))) {
                deleteTree(sibling);
            }
        }
    }

    /**
     * Deletes as much as can be deleted; what another process still writes there stays for the next time, and what it
     * deletes itself is gone all the same.
     */
    public static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return delete(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return goneOrThrow(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) throws IOException {
                return failure == null ? delete(emptied) : goneOrThrow(failure);
            }
        });
    }

    private static FileVisitResult goneOrThrow(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private static FileVisitResult delete(Path path) {
        path.toFile().delete();
        return FileVisitResult.CONTINUE;
    }

    /** Empty also when there is no such folder. */
    static List<Path> childrenOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static Path parentOf(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? target : parent;
    }

    private static String draftPrefix(Path target) {
        return nameOf(target) + ".draft-";
    }

    static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
