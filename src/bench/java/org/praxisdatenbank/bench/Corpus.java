package org.praxisdatenbank.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that all data come from.
 *
 * @param lines one practice each
 */
record Corpus(Path file, long lines) {
    /** What no import takes: a year that was cut off. */
    private static final Pattern FAULTY = Pattern.compile("\"(start|end)\": \"\\d{1,3}\"");

    static Corpus of(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new Corpus(file, lines.filter(Corpus::isSound).count());
        }
    }

    private static boolean isSound(String line) {
        return !line.isBlank() && !FAULTY.matcher(line).find();
    }

    /** The file's name without its ending. */
    String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** Writes so many lines, spread evenly over the whole, so that every size is of one kind. */
    void write(int practices, Path to) throws IOException {
        if (practices > lines) {
            throw new IllegalArgumentException("%s has %,d practices, not %,d".formatted(file, lines, practices));
        }
        try (Stream<String> all = Files.lines(file);
                BufferedWriter out = Files.newBufferedWriter(to)) {
            long number = 0;
            for (Iterator<String> sound = all.filter(Corpus::isSound).iterator(); sound.hasNext(); number++) {
                String line = sound.next();
                if ((number + 1) * practices / lines > number * practices / lines) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
    }
}
