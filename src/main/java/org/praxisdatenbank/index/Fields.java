package org.praxisdatenbank.index;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.zip.CRC32C;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** The names of all fields and the version they make up; {@link Documents} fills them. */
final class Fields {
    /**
     * Raised with every change to a field, an analyzer or {@code index/analysis}.
     *
     * <p>1: the first. 2: base forms, parts of compounds and synonyms; all texts are stored with offsets.
     * 3: completions begin within compounds too, words come from all texts. 4: facets of years and providers.
     * 5: the whole record, so that a practice can be shown without the database; its origin. 6: facets of freshness and
     * completeness. 7: labels of lists that are edited follow the change log and are no part of the version any more.
     * 8: what is published of Good Practice examples.
     */
    static final String VERSION = "8";

    /** Term, stored, and doc value for ties. */
    static final String ID = "id";
    /** One term: id, a zero byte, {@link Proof#hash}. Its terms in their order are the whole index, proven. */
    static final String PROOF = "proof";
    /** Stored: {@link CanonicalRecord#bytes}. */
    static final String RECORD = "record";

    // Texts, see Analysis for what their words become.
    static final String TITLE = "title";
    static final String PROVIDER = "provider";
    /** Place and postal code. */
    static final String PLACE = "place";

    static final String LABELS = "labels";
    static final String CRITERION_LABELS = "labels.criterion";
    static final String STATE_LABELS = "labels.state";
    static final String SUMMARY = "summary";
    static final String DESCRIPTION = "description";
    /** What others can learn from a Good Practice example, text after text. */
    static final String EXAMPLE = "good_practice.description";

    // Stored only, for what a list shows besides the texts.
    static final String PLACE_NAME = "place.name";
    static final String POSTAL_CODE = "postal_code";
    static final String TERM = "term";
    static final String GOOD_PRACTICE = "good_practice";
    static final String GOOD_PRACTICE_YEAR = "good_practice.year";
    /** As in the record format. */
    static final String START = "start";
    /** As in the record format: a date, or {@link #OPEN}. */
    static final String END = "end";

    static final String OPEN = "open";

    /** Terms {@code criterion:level} for the level that is reached and every one below. */
    static final String LEVEL = "level";
    /** Range of years, first and last. */
    static final String YEARS = "years";
    /** First of those years, to be counted. */
    static final String FIRST_YEAR = "year.first";
    /** Last of those years, to be counted; {@link java.time.Year#MAX_VALUE} where no end is known. */
    static final String LAST_YEAR = "year.last";
    /** Last day (days since 1970) that it runs, {@link Long#MAX_VALUE} for an open end; none: not stated. */
    static final String END_DAY = "end.day";

    /** 1 where it has passed the Good Practice process, else nothing. */
    static final String PASSED = "good_practice.passed";
    /** Day (days since 1970) on which somebody last confirmed it. */
    static final String CONFIRMED = "confirmed";

    /** Doc value: id of the term, empty where none is stated. */
    static final String ORIGIN = "origin";
    /** Milliseconds since 1970. */
    static final String CREATED = "created";
    /** Milliseconds since 1970. */
    static final String UPDATED = "updated";
    /** Collation key. */
    static final String TITLE_ORDER = "title.order";

    // Terms that completions are read from, see SuggestionTerms.
    static final String SUGGEST_WORD = "suggest.word";
    static final String SUGGEST_PROVIDER = "suggest.provider";
    static final String SUGGEST_PLACE = "suggest.place";
    static final String SUGGEST_TITLE = "suggest.title";

    /** Stored with the offsets of its words, so that what was found can be shown. */
    static final FieldType TEXT = text();

    private Fields() {}

    /** Terms and doc values of a facet; {@link Facet#STATUS}, {@link Facet#YEAR} and {@link Facet#FRESHNESS} have
     * none, they depend on the day. */
    static String of(Facet facet) {
        return "facet." + facet.parameter();
    }

    /**
     * The version of an index made with these vocabularies: the labels of those that only a migration changes are in the
     * documents too. Where people change a label, the change log names all that carry it.
     */
    static String version(Vocabularies vocabularies) {
        CRC32C labels = new CRC32C();
        for (Vocabulary list : EnumSet.complementOf(EnumSet.copyOf(Vocabulary.EDITABLE))) {
            vocabularies
                    .terms(list)
                    .forEach(term -> labels.update(term.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return VERSION + "-" + Long.toHexString(labels.getValue());
    }

    /** Whether this program makes such an index, of whatever vocabularies. */
    static boolean isOfThisProgram(String version) {
        return version.startsWith(VERSION + "-");
    }

    private static FieldType text() {
        FieldType type = new FieldType();
        type.setStored(true);
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
