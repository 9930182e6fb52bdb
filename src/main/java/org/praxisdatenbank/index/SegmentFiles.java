package org.praxisdatenbank.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Compares the files of the live generation with the checksums that Lucene has written at their ends: a byte that has
 * changed since is found wherever it is, also where no search has met it yet. Reads every byte; for any thread.
 */
public final class SegmentFiles {
    /** Of a resource as Lucene's exceptions describe it. */
    private static final Pattern PATH = Pattern.compile("path=\"([^\"]+)\"");

    private static final int TRIES = 10;

    private SegmentFiles() {}

    /**
     * The files of the last commit that are not what was written, each with the reason:
     * {@code generation-1/_0.cfs: checksum failed …}. None where there is no generation.
     */
    public static List<String> damaged(IndexSetup setup) {
        for (int tried = 0; ; tried++) {
            Optional<String> generation = setup.folder().current();
            if (generation.isEmpty()) {
                return List.of();
            }
            try (Directory directory = setup.folder().open(generation.get())) {
                return damaged(directory).stream()
                        .map(file -> generation.get() + "/" + file)
                        .toList();
            } catch (NoSuchFileException | FileNotFoundException e) {
                // Whoever serves may have committed meanwhile, and deleted what nobody needs any more.
                if (tried == TRIES) {
                    return List.of(generation.get() + "/" + e.getMessage() + ": missing");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading the files of the index", e);
            }
        }
    }

    private static List<String> damaged(Directory directory) throws IOException {
        List<String> damaged = new ArrayList<>();
        try {
            String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
            check(directory, commit == null ? "segments" : commit);
            for (String file :
                    new TreeSet<>(SegmentInfos.readLatestCommit(directory).files(false))) {
                try {
                    check(directory, file);
                } catch (CorruptIndexException e) {
                    damaged.add(file + ": " + e.getOriginalMessage());
                }
            }
        } catch (CorruptIndexException e) {
            damaged.add(file(e.getResourceDescription()) + ": " + e.getOriginalMessage());
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            damaged.add(file(String.valueOf(e.getMessage())) + ": not of this version of Lucene");
        }
        return damaged;
    }

    private static void check(Directory directory, String file) throws IOException {
        try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
        }
    }

    private static String file(String resource) {
        Matcher path = PATH.matcher(resource);
        return path.find() ? path.group(1).replaceFirst(".*[/\\\\]", "") : resource;
    }
}
