package org.praxisdatenbank.query;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search as somebody asked it.
 *
 * @param text query text as typed; empty finds everything
 * @param match how many words must match; null: decided from the text alone, see {@link Match}
 */
public record SearchQuery(
        String text, Filters filters, @Nullable Match match, Sort sort, Window window, Wanted wanted) {
    public static final SearchQuery EVERYTHING =
            new SearchQuery("", Filters.NONE, null, Sort.TITLE, Window.FIRST, Wanted.EVERYTHING);

    /** The same with another text, from its first page on. */
    public SearchQuery with(String other) {
        return new SearchQuery(other, filters, match, sort, window.first(), wanted);
    }

    /** The same with other filters, from its first page on. */
    public SearchQuery with(Filters other) {
        return new SearchQuery(text, other, match, sort, window.first(), wanted);
    }

    /** The same with another part of the hits. */
    public SearchQuery with(Window other) {
        return new SearchQuery(text, filters, match, sort, other, wanted);
    }

    /** The same in another order, from its first page on. */
    public SearchQuery with(Sort other) {
        return new SearchQuery(text, filters, match, other, window.first(), wanted);
    }

    /** The same with another way to match, from its first page on. */
    public SearchQuery with(Match other) {
        return new SearchQuery(text, filters, other, sort, window.first(), wanted);
    }

    /** The same with another answer. */
    public SearchQuery with(Wanted other) {
        return new SearchQuery(text, filters, match, sort, window, other);
    }

    /** Whether every word must match, or the more the better. */
    public enum Match {
        /** Every word. Without a choice: where any published practice has every word, whatever the filters. */
        ALL,
        /** At least one; the more words match the better. */
        SOME
    }

    /** Order of the hits; ties are broken by id, so every order is total. */
    public enum Sort {
        RELEVANCE,
        /** Most recently entered first. */
        NEWEST,
        /** Most recently changed first. */
        UPDATED,
        /** By title in German collation (DIN 5007-1, as {@link java.text.Collator} has it). */
        TITLE
    }

    /**
     * Which of the hits are wanted.
     *
     * @param page from 1; without meaning where {@code after} is given
     * @param size 1 to 100 hits
     * @param after cursor from an answer before; null: by page
     */
    public record Window(int page, int size, @Nullable String after) {
        public static final int DEFAULT_SIZE = 10;
        public static final Window FIRST = new Window(1, DEFAULT_SIZE, null);

        public Window first() {
            return new Window(1, size, null);
        }
    }

    /**
     * What the answer shall carry besides the hits.
     *
     * @param facets the facets to be counted
     * @param highlights whether to mark the words in title and summary
     * @param values how many values of an open facet are listed, at least one; those chosen come on top
     */
    public record Wanted(Set<Facet> facets, boolean highlights, int values) {
        public static final int DEFAULT_VALUES = 50;
        public static final Wanted EVERYTHING = new Wanted(EnumSet.allOf(Facet.class), true);
        public static final Wanted HITS = new Wanted(Set.of(), false);

        public Wanted {
            facets = Set.copyOf(facets);
        }

        public Wanted(Set<Facet> facets, boolean highlights) {
            this(facets, highlights, DEFAULT_VALUES);
        }
    }
}
