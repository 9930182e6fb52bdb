package org.praxisdatenbank.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.problem.Refused;

/** Where practices are read from. */
public sealed interface ImportSource {
    /** As messages call it; its ending tells the format, without one the content does. */
    String name();

    /**
     * Opened by the import, closed by it too.
     *
     * @throws Refused when there is nothing to read
     */
    InputStream open() throws IOException;

    /** How many lines there are, -1 where counting would use it up. */
    default long lines() throws IOException {
        return -1;
    }

    /** What the revisions of its practices say of how they came. */
    default Authorship authorship() {
        return Authorship.IMPORT;
    }

    /** The file, or the standard input for {@code -}. */
    static ImportSource file(Path path) {
        return path.toString().equals("-") ? new Stream("standard input", System.in) : new File(path);
    }

    /** What somebody who is signed in has uploaded, or will be read on behalf of such a person. */
    static ImportSource upload(String name, byte[] content, Authorship by) {
        return new Upload(name, () -> new ByteArrayInputStream(content), by);
    }

    /** What is given, read once. */
    static ImportSource stream(String name, InputStream content) {
        return new Stream(name, content);
    }

    /** The practices that the program ships. */
    static ImportSource sample() {
        return new Sample();
    }

    /** A file. */
    record File(Path path) implements ImportSource {
        private static final int BUFFER_BYTES = 65_536;

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public InputStream open() throws IOException {
            if (Files.isDirectory(path)) {
                throw new Refused(path + " is a directory. Name a file in it.");
            }
            try {
                return Files.newInputStream(path);
            } catch (NoSuchFileException missing) {
                throw new Refused("There is no file " + path + ". Check its name.", missing);
            } catch (AccessDeniedException denied) {
                throw new Refused(path + " may not be read by this user. Change its permissions.", denied);
            }
        }

        @Override
        public long lines() throws IOException {
            if (!Files.isRegularFile(path)) {
                return -1;
            }
            byte[] buffer = new byte[BUFFER_BYTES];
            long lines = 0;
            try (InputStream in = Files.newInputStream(path)) {
                for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                    for (int i = 0; i < count; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
            return lines;
        }
    }

    /** A stream that somebody else opened. */
    record Stream(String name, InputStream content) implements ImportSource {
        @Override
        public InputStream open() {
            return content;
        }
    }

    /** What was uploaded; can be read several times. */
    record Upload(String name, Supplier<InputStream> content, Authorship authorship) implements ImportSource {
        @Override
        public InputStream open() {
            return content.get();
        }
    }

    /** The sample content on the class path; {@code sample/SOURCES.md} beside it names its origin. */
    record Sample() implements ImportSource {
        private static final String RESOURCE = "/sample/practices.jsonl";

        @Override
        public String name() {
            return "the sample content practices.jsonl";
        }

        @Override
        public Authorship authorship() {
            return Authorship.BEGIN;
        }

        @Override
        public InputStream open() {
            return Objects.requireNonNull(ImportSource.class.getResourceAsStream(RESOURCE), RESOURCE);
        }
    }
}
