package org.praxisdatenbank.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * The last comparison of the search index with the database, as the foot of every page tells it.
 *
 * @param published practices in the database
 * @param equal how many of them the index holds as they are
 * @param different practices that differ, those included that only the index holds
 * @param isDamaged whether the index could not be compared at all
 */
public record IndexCheck(Instant at, long published, long equal, long different, boolean isDamaged) {
    /** One sentence in the language of the texts; the day is told where it is not today. */
    String text(Texts texts, Locale language, LocalDate today, ZoneId zone) {
        ZonedDateTime moment = at.atZone(zone);
        String time = Frame.TIME.format(moment);
        String when = moment.toLocalDate().equals(today)
                ? texts.get("frame.checked.today", time)
                : texts.get("frame.checked.day", Frame.date(language, moment.toLocalDate()), time);
        if (isDamaged) {
            return texts.get("frame.checked.damaged", when);
        }
        return different == 0
                ? texts.get("frame.checked.equal", when, equal, published)
                : texts.get("frame.checked.different", when, equal, published, different);
    }
}
