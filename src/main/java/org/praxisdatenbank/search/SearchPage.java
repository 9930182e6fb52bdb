package org.praxisdatenbank.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.web.Frame;

/**
 * A search with its filters and what it found.
 *
 * @param text query text as typed
 * @param chips the chosen filters, each with the way to take it away
 * @param otherSpelling of the whole query; null: none finds clearly more
 */
public record SearchPage(
        Frame frame,
        String text,
        FilterPanel filters,
        List<Chip> chips,
        Links links,
        @Nullable OtherSpelling otherSpelling,
        Outcome outcome) {
    public SearchPage {
        chips = List.copyOf(chips);
    }

    /** A chosen filter and the address of the search without it. */
    public record Chip(String label, String link) {}

    /**
     * The same search elsewhere.
     *
     * @param unfiltered without its filters
     * @param json for programs
     * @param permanent the one address of this search and page
     * @param downloads files with all that it finds
     */
    public record Links(String unfiltered, String json, String permanent, List<Download> downloads) {
        public Links {
            downloads = List.copyOf(downloads);
        }
    }

    /** A file. */
    public record Download(String label, String link, String mediaType) {}

    /**
     * Another spelling that is offered.
     *
     * @param count how many practices it finds
     */
    public record OtherSpelling(String text, String link, long count) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** What was understood, as sentences. */
        List<String> notes();
    }

    /**
     * Practices were found.
     *
     * @param heading how many
     * @param remedies other searches, where not all words were found
     * @param range which of them are shown; null: all
     */
    public record Found(
            String heading,
            List<String> notes,
            List<Remedy> remedies,
            @Nullable Range range,
            List<SortLink> sorts,
            List<Entry> entries,
            Paging paging)
            implements Outcome {
        public Found {
            notes = List.copyOf(notes);
            remedies = List.copyOf(remedies);
            sorts = List.copyOf(sorts);
            entries = List.copyOf(entries);
        }

        /** The number of the first entry, from 1. */
        public int start() {
            return range == null ? 1 : (int) range.first();
        }
    }

    /**
     * A practice that was found.
     *
     * @param why null: no word was asked for
     */
    public record Entry(PracticeCard card, @Nullable Why why) {}

    /** From which to which hit, both included. */
    public record Range(long first, long last, String text) {}

    /** An order of the hits. */
    public record SortLink(String label, String link, boolean isCurrent) {}

    /**
     * Nothing was found.
     *
     * @param reason what was looked for, as a sentence
     */
    public record NothingFound(List<String> notes, String reason, List<Remedy> remedies) implements Outcome {
        public NothingFound {
            notes = List.copyOf(notes);
            remedies = List.copyOf(remedies);
        }
    }
}
