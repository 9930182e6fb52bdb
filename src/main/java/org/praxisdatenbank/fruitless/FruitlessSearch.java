package org.praxisdatenbank.fruitless;

import java.time.YearMonth;

/**
 * A text that was searched for and not found.
 *
 * @param times how many visitors, in each month anew
 * @param last in which it was searched for last
 */
record FruitlessSearch(String text, long times, YearMonth last) {}
