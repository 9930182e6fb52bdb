package org.praxisdatenbank.practice;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Frame;

/** Says in the page's language when a practice runs; what is not known is left out. */
public final class PeriodWords {
    private PeriodWords() {}

    /** {@code Beginn: September 2007}, {@code Abschluss: kein Ende geplant}; none where neither is known. */
    static List<String> lines(Frame frame, Period period) {
        List<String> lines = new ArrayList<>(2);
        @Nullable PartialDate start = period.start();
        if (start != null) {
            lines.add(frame.text("practice.start", date(frame, start)));
        }
        switch (period.end()) {
            case null -> {}
            case Period.End.Open open -> lines.add(frame.text("practice.end.open"));
            case Period.End.On on -> lines.add(frame.text("practice.end", date(frame, on.date())));
        }
        return lines;
    }

    /** {@code 2007}, {@code September 2007} or {@code 12.09.2007}, as precise as it is known. */
    public static String date(Frame frame, PartialDate date) {
        return switch (date.text().length()) {
            case 4 -> date.text();
            case 7 -> date.first().format(DateTimeFormatter.ofPattern("LLLL uuuu", frame.language()));
            default -> frame.date(date.first());
        };
    }
}
