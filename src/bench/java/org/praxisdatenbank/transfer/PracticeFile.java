package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Reads the practices of a file as an import does, for measurements without a database. */
public record PracticeFile(Path file, Vocabularies vocabularies) {

    /** What is faulty is passed over. */
    public void forEach(Consumer<Practice> use) throws IOException {
        PracticeReader reader = new PracticeReader(vocabularies, new FindingLog(0));
        try (OpenedSource source = OpenedSource.open(ImportSource.file(file))) {
            source.rows(ImportLimits.DEFAULT.recordLength(), Map.of()).forEach(row -> {
                if (row instanceof Row.Read read) {
                    reader.read(read.place(), read.value(), read.columns()).ifPresent(use);
                }
            });
        }
    }
}
