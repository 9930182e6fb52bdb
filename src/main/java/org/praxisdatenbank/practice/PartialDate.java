package org.praxisdatenbank.practice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.praxisdatenbank.web.Frame;

/**
 * A date as precisely as it is known: a year, a month or a day.
 *
 * @param text {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD} (ISO 8601), years 1900 to 2099
 * @param first the first day it may mean
 * @param last the last day it may mean
 */
public record PartialDate(String text, LocalDate first, LocalDate last) {
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2099;
    private static final Pattern FORM = Pattern.compile("((?:19|20)\\d\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    /** Empty where the text is no such date. */
    public static Optional<PartialDate> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(form));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static PartialDate read(Matcher form) {
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) == null) {
            return new PartialDate(form.group(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
        if (form.group(3) == null) {
            return new PartialDate(form.group(), month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = month.atDay(Integer.parseInt(form.group(3)));
        return new PartialDate(form.group(), day, day);
    }

    public int year() {
        return first.getYear();
    }

    /** Whether all of it lies before the other, as far as both are known. */
    public boolean isBefore(PartialDate other) {
        return last.isBefore(other.first);
    }

    /** As precisely as it is known, in the page's language: {@code 2021}, {@code 03/2021}, {@code 12.03.2021}. */
    public String in(Frame page) {
        return switch (text.length()) {
            case 4 -> text;
            case 7 -> text.substring(5) + "/" + text.substring(0, 4);
            default -> page.date(first);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
