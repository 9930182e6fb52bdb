package org.praxisdatenbank.sync;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.praxisdatenbank.index.IndexState;

/**
 * A place in the change log. Rows are in the order of their transactions, then of their positions; the place stands
 * after the row it names, or before all rows of the transaction where the position is 0.
 *
 * @param transaction id of a transaction (PostgreSQL's {@code xid8})
 * @param position of a row within it
 */
record LogPosition(long transaction, long position) implements Comparable<LogPosition> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,19})/(\\d{1,19})");

    /** As the index keeps it. */
    String text() {
        return transaction + "/" + position;
    }

    /** Empty where the text is none. */
    static Optional<LogPosition> of(String text) {
        Matcher form = FORM.matcher(text);
        try {
            return form.matches()
                    ? Optional.of(new LogPosition(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                    : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Where an index stands that was made from a log. */
    static LogPosition reached(IndexState.Ready index) {
        return of(index.position())
                .orElseThrow(() -> new IllegalStateException("the index stands at '" + index.position() + "'"));
    }

    @Override
    public int compareTo(LogPosition other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(position, other.position);
    }
}
