package org.praxisdatenbank.transfer;

import java.time.LocalDate;
import java.util.Optional;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Period.End;
import org.praxisdatenbank.problem.Said;

/** Reads the dates of a record. */
final class DateReader {
    private static final String OPEN = "open";
    private static final int DAY_LENGTH = "YYYY-MM-DD".length();

    private DateReader() {}

    static Period period(RecordFields fields, RecordFaults faults) {
        Optional<PartialDate> start = fields.text(
                "start",
                TextRule.TOKEN,
                text -> PartialDate.of(written(fields, "start", text)),
                Said.of("finding.date.start"));
        Optional<End> end = fields.text(
                "end", TextRule.TOKEN, text -> end(written(fields, "end", text)), Said.of("finding.date.end"));
        if (start.isPresent()
                && end.isPresent()
                && end.get() instanceof End.On on
                && on.date().isBefore(start.get())) {
            faults.add(
                    "end",
                    on.date().text(),
                    Said.of("finding.date.order", start.get().toString()));
            return Period.UNKNOWN;
        }
        return new Period(start.orElse(null), end.orElse(null));
    }

    private static String written(RecordFields fields, String name, String text) {
        return fields.isCell(name) ? Cells.date(text) : text;
    }

    private static Optional<End> end(String text) {
        return text.equals(OPEN)
                ? Optional.of(new End.Open())
                : PartialDate.of(text).map(End.On::new);
    }

    static Optional<LocalDate> day(RecordFields fields, String name) {
        return fields.text(
                name,
                TextRule.TOKEN,
                text -> PartialDate.of(written(fields, name, text))
                        .filter(date -> date.text().length() == DAY_LENGTH)
                        .map(PartialDate::first),
                Said.of("finding.date.day"));
    }
}
