package org.praxisdatenbank.practice;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long ago somebody last said that an entry is right. */
public enum Freshness {
    /** Within a year, or today. */
    YEAR,
    /** Within two years, but not within one. */
    TWO_YEARS,
    OLDER,
    /** Nobody ever has, as far as is known. */
    UNKNOWN;

    /** @param confirmed null: not stated; a day to come counts as today */
    public static Freshness of(@Nullable LocalDate confirmed, LocalDate today) {
        if (confirmed == null) {
            return UNKNOWN;
        }
        if (!confirmed.isBefore(firstOfYear(today))) {
            return YEAR;
        }
        return confirmed.isBefore(firstOfTwoYears(today)) ? OLDER : TWO_YEARS;
    }

    /** The first day that is within a year. */
    public static LocalDate firstOfYear(LocalDate today) {
        return today.minusYears(1);
    }

    /** The first day that is within two years. */
    public static LocalDate firstOfTwoYears(LocalDate today) {
        return today.minusYears(2);
    }

    /** In addresses and texts: {@code two_years}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
