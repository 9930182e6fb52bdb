package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Reads the practices of a file as an import does, for measurements without a database. */
public record PracticeFile(Path file, Vocabularies vocabularies) {

    /** What is faulty is passed over. */
    public void forEach(Consumer<Practice> use) throws IOException {
        PracticeReader reader = new PracticeReader(vocabularies, new FindingLog(0));
        try (OpenedSource source = OpenedSource.open(ImportSource.file(file))) {
            source.rows(ImportLimits.DEFAULT.recordLength()).forEach(row -> {
                if (row instanceof Row.Read(Place place, Json value, long length)) {
                    reader.read(place, value).ifPresent(use);
                }
            });
        }
    }
}
