package org.praxisdatenbank.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** Holds a single record against the rules of the import, for whoever enters one by hand. Safe for use by any thread. */
public final class RecordCheck {
    /** Far more than a form may send. */
    private static final int RECORD_LENGTH = 4_000_000;

    private static final int KEPT = 100;
    private static final Place PLACE = new Place(1, null);

    private final Vocabularies vocabularies;

    public RecordCheck(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * What came of it.
     *
     * @param practice empty where something is wrong
     * @param findings in the order of the record format
     */
    public record Checked(Optional<Practice> practice, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** @param record one JSON object, well-formed */
    public Checked check(String record) {
        FindingLog log = new FindingLog(KEPT);
        Optional<Practice> practice = new PracticeReader(vocabularies, log).read(PLACE, json(record));
        return new Checked(practice, log.findings().first());
    }

    private static Json json(String record) {
        JsonRecords records = new JsonRecords(RECORD_LENGTH);
        JsonFactory factory = records.factory();
        try (JsonParser parser = factory.createParser(record)) {
            parser.nextToken();
            return Objects.requireNonNull(records.read(parser), "the record is longer than any form may send");
        } catch (IOException e) {
            throw new UncheckedIOException("reading a record", e);
        }
    }

    /** A date as the record format has it, where somebody wrote it as people do: {@code 1.3.2005, 03/2005, offen}. */
    public static String date(String written) {
        return Cells.date(written);
    }
}
