package org.praxisdatenbank.index;

import java.util.List;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Route;

/**
 * How much a word counts, by where and how it is found: the one place that says so. The measurements that chose these
 * numbers, and the command that repeats them, are in decision 6 ({@code src/site/markdown/decisions}).
 */
final class Ranking {
    /** A word found in several fields counts as in the best one, and this share of the others. */
    static final float OTHER_FIELDS = 0.1f;
    /** Likewise of several synonyms. */
    static final float OTHER_SYNONYMS = 0.1f;
    /** The parts of a compound stand within so many words: a long sentence. */
    static final int PARTS_WITHIN = 20;

    /** What it adds when words that were typed next to each other stand near each other, as a share of one word. */
    static final float NEIGHBOURS = 0.1f;
    /** How many places words may be moved to stand next to each other. */
    static final int NEIGHBOURS_WITHIN = 2;

    /** What a piece of a word with hyphens, or a word of a phrase, counts in practices that other words find. */
    static final float PIECE_HINT = 0.9f;
    /** Likewise a part of a compound. */
    static final float PART_HINT = 0.3f;

    /** What the score of a Good Practice example is multiplied by. */
    static final double GOOD_PRACTICE = 1.1;
    /** Likewise of an entry that somebody has confirmed within {@link #CONFIRMED_DAYS}. */
    static final double CONFIRMED = 1.05;
    /** Two years: entries are to be confirmed once a year. */
    static final int CONFIRMED_DAYS = 730;

    /** Less for repeating a word, more for short texts than Lucene's defaults (1.2, 0.75). */
    static final Similarity SIMILARITY = new BM25Similarity(0.9f, 0.8f);

    /** Where words without a field are looked for; titles and labels say what a practice is about. */
    static final List<Weighted> EVERYWHERE = List.of(
            new Weighted(Fields.TITLE, 2),
            new Weighted(Fields.LABELS, 1.5f),
            new Weighted(Fields.PROVIDER, 1),
            new Weighted(Fields.PLACE, 1),
            new Weighted(Fields.SUMMARY, 1.2f),
            new Weighted(Fields.DESCRIPTION, 1),
            new Weighted(Fields.EXAMPLE, 0.8f));

    private Ranking() {}

    /** The ways to one place add up: the very same word is also a form of it, and its own part. */
    static float weight(Route route) {
        return switch (route) {
            case SAME_WORD -> 0.15f;
            case WORD_FORM, PHRASE, PATTERN -> 1;
            case COMPOUND_PART, PARTS_TOGETHER -> 0.7f;
            case SYNONYM, RELATED_PARTS -> 0.6f;
            case NARROWER -> 0.5f;
            case SPELLING -> 0.5f;
        };
    }

    static List<Weighted> fields(Clause.Field field) {
        return List.of(new Weighted(
                switch (field) {
                    case TITLE -> Fields.TITLE;
                    case PROVIDER -> Fields.PROVIDER;
                    case PLACE -> Fields.PLACE;
                    case CRITERION -> Fields.CRITERION_LABELS;
                    case STATE -> Fields.STATE_LABELS;
                },
                1));
    }

    /** A field and what its scores are multiplied by. */
    record Weighted(String field, float weight) {}
}
