package org.praxisdatenbank.query;

import java.time.Duration;
import org.praxisdatenbank.problem.Problem;

/**
 * How much one query text may ask for. All are far above what people type; they keep a single request from taking the
 * machine for itself.
 *
 * @param characters longest text, in Unicode characters; who reads the text from a request looks at it
 * @param words most words, phrases and patterns, over all brackets
 * @param leadingWildcards most patterns that begin with {@code *} or {@code ?}; for each the whole dictionary is read
 * @param fuzzyWords most words with {@code ~}; for each the dictionary's near spellings are sought
 * @param nesting most brackets, negations and fields that stand in each other, 1 to {@value #MOST_NESTING}
 * @param time longest search; what has been found by then is answered, see {@link Results#isPartial}
 */
public record QueryLimits(int characters, int words, int leadingWildcards, int fuzzyWords, int nesting, Duration time) {
    /** Deeper nesting cannot be allowed. */
    public static final int MOST_NESTING = QueryText.DEEPEST;

    public static final QueryLimits DEFAULT = new QueryLimits(1_000, 100, 3, 5, 10, Duration.ofSeconds(2));

    public QueryLimits {
        if (characters < 1 || words < 1 || leadingWildcards < 0 || fuzzyWords < 0 || time.isNegative()) {
            throw new IllegalArgumentException("limits cannot be negative, and something must be allowed");
        }
        if (nesting < 1 || nesting > MOST_NESTING) {
            throw new IllegalArgumentException("nesting can be limited to 1 to " + MOST_NESTING);
        }
    }

    /** Raises {@link Problem.Invalid} for {@code q} with the reason, where the text asks for more than is allowed. */
    public void check(String text) {
        QueryText.Reading reading = QueryText.read(text);
        QuerySize size = QuerySize.of(reading.clause());
        refuse(reading.nesting() > nesting, "problem.query.nesting", nesting);
        refuse(size.words() > words, "problem.query.words", words);
        refuse(size.leadingWildcards() > leadingWildcards, "problem.query.leading", leadingWildcards);
        refuse(size.fuzzyWords() > fuzzyWords, "problem.query.fuzzy", fuzzyWords);
    }

    private static void refuse(boolean isTooMuch, String textKey, int limit) {
        if (isTooMuch) {
            throw new Problem.Invalid("q", textKey, String.valueOf(limit)).raise();
        }
    }
}
