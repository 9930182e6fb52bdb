package org.praxisdatenbank.fruitless;

import java.time.YearMonth;

/**
 * What is to be added to a text in the database.
 *
 * @param times how many visitors more
 * @param isFirst whether nothing of it was written yet
 */
record Share(String text, YearMonth month, int times, boolean isFirst) {}
