package org.praxisdatenbank.query;

import org.jspecify.annotations.Nullable;

/**
 * Why a practice was found: one word that was asked for, and one word of a text that it led to.
 *
 * @param asked as typed
 * @param found what matches, as it stands in the text: letters of a word, a word, or several
 * @param word the whole of what is found, up to where its words begin and end: the compound around a part
 * @param place where it stands
 * @param via the synonym that led there, as the list has it; null: none was needed
 */
public record Reason(String asked, Route route, String found, String word, Place place, @Nullable String via) {

    /** A text of a practice that words are looked for in. */
    public enum Place {
        TITLE,
        /** A term of a list that the practice carries, by any of its labels. */
        LABEL,
        PROVIDER,
        LOCATION,
        SUMMARY,
        DESCRIPTION,
        /** What others can learn from a Good Practice example. */
        GOOD_PRACTICE_DESCRIPTION
    }

    /** What puts a practice before others that match as well. */
    public enum Raise {
        /** It has passed the Good Practice process. */
        GOOD_PRACTICE,
        /** Somebody has confirmed it lately. */
        CONFIRMED,
        /** Words that were typed next to each other stand near each other. */
        NEAR
    }
}
