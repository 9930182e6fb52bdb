package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Carrier;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.Provenance;
import org.praxisdatenbank.practice.Wording;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Makes a practice of a record, or reports all that speaks against it. */
final class PracticeReader {
    private static final List<String> FIELDS = Column.fields();
    private static final TextRule TITLE = TextRule.requiredLine(Wording.TITLE_LENGTH);
    private static final TextRule SUMMARY = TextRule.requiredLines(Wording.SUMMARY_LENGTH);
    private static final TextRule DESCRIPTION = TextRule.lines(Wording.DESCRIPTION_LENGTH);
    private static final TextRule ADDRESS = TextRule.token(Provenance.ADDRESS_LENGTH);
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
    private static final Said ID_FORM = Said.of("finding.id");
    private static final Said POSTAL_CODE_FORM = Said.of("finding.postal_code");

    private final Vocabularies vocabularies;
    private final FindingLog log;

    PracticeReader(Vocabularies vocabularies, FindingLog log) {
        this.vocabularies = vocabularies;
        this.log = log;
    }

    /** The record's id where it has one of the right form, whatever else is wrong with it. */
    static Optional<PracticeId> id(Json record) {
        if (!(record instanceof Json.Fields(var fields, var repeated))) {
            return Optional.empty();
        }
        return switch (fields.get("id")) {
            case Json.Text(String text) -> PracticeId.of(text);
            case Json.Cell(String text) -> PracticeId.of(text.strip());
            case null, default -> Optional.empty();
        };
    }

    /** Empty when something was reported. */
    Optional<Practice> read(Place place, Json record) {
        return read(place, record, Map.of());
    }

    /** @param columns in which column of a table each field stands; empty for other formats */
    Optional<Practice> read(Place place, Json record, Map<String, String> columns) {
        @Nullable String shownId = id(record).map(PracticeId::value).orElse(null);
        RecordFaults faults = new RecordFaults(place, shownId, columns, log);
        if (!(record instanceof Json.Fields object)) {
            faults.add(null, record.shown(), Said.of("finding.no_object", record.kind()));
            return Optional.empty();
        }
        return read(new RecordFields(object, "", faults), faults);
    }

    private Optional<Practice> read(RecordFields fields, RecordFaults faults) {
        fields.refuseOthers(FIELDS);
        Optional<PracticeId> id = fields.text("id", TextRule.REQUIRED_TOKEN, PracticeId::of, ID_FORM);
        Optional<Wording> wording = wording(fields);
        Carrier carrier = carrier(fields);
        Optional<Classification> classification =
                new ClassificationReader(fields, new TermReader(vocabularies, faults), faults).read();
        Period period = DateReader.period(fields, faults);
        Provenance provenance = provenance(fields, new TermReader(vocabularies, faults));
        return faults.isEmpty()
                ? Optional.of(new Practice(
                        id.orElseThrow(),
                        wording.orElseThrow(),
                        carrier,
                        classification.orElseThrow(),
                        period,
                        provenance))
                : Optional.empty();
    }

    private static Optional<Wording> wording(RecordFields fields) {
        Optional<String> title = fields.text("title", TITLE);
        Optional<String> summary = fields.text("summary", SUMMARY);
        Optional<String> description = fields.text("description", DESCRIPTION);
        return title.isEmpty() || summary.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wording(title.get(), summary.get(), description.orElse(null)));
    }

    private static Carrier carrier(RecordFields fields) {
        return new Carrier(
                fields.text("provider", TextRule.line(Carrier.PROVIDER_LENGTH)).orElse(null),
                fields.text("place", TextRule.line(Carrier.PLACE_LENGTH)).orElse(null),
                fields.text("postal_code", TextRule.TOKEN, PracticeReader::postalCode, POSTAL_CODE_FORM)
                        .orElse(null));
    }

    private static Optional<String> postalCode(String text) {
        return Optional.of(text).filter(POSTAL_CODE.asMatchPredicate());
    }

    private static Provenance provenance(RecordFields fields, TermReader terms) {
        return new Provenance(
                fields.text("website", ADDRESS, WebAddress::of, WebAddress.FORM).orElse(null),
                fields.text("source_url", ADDRESS, WebAddress::of, WebAddress.FORM)
                        .orElse(null),
                terms.term(fields, "origin", Vocabulary.ORIGIN, TextRule.TOKEN).orElse(null),
                DateReader.day(fields, "confirmed").orElse(null));
    }
}
