package org.praxisdatenbank.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.JsonLd;

/**
 * One practice as its page shows it. Its own words are German on the English page as well.
 *
 * @param contact address of the page that says whom to ask; null: there is none
 * @param similar best first
 */
public record PracticePage(
        Frame frame, PracticeBody body, Standing standing, @Nullable String contact, List<Similar> similar) {
    public PracticePage {
        similar = List.copyOf(similar);
    }

    /** Value of {@code lang} for what the provider wrote; null where the page speaks that language anyway. */
    public @Nullable String contentLanguage() {
        return frame.isGerman() ? null : "de";
    }

    /**
     * Another practice like it, and what both share.
     *
     * @param terms labels, in one line; empty: none
     * @param words as the other one writes them, likewise
     */
    public record Similar(PracticeCard card, String terms, String words) {}

    /**
     * What it is about.
     *
     * @param card title, summary and badges, as lists show them
     * @param paragraphs of the description; may be empty
     * @param ended in words when it ended; null: it runs, or nobody knows
     */
    public record Story(PracticeCard card, List<String> paragraphs, @Nullable String ended) {
        public Story {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * What makes it good practice.
     *
     * @param year of publication as an example; null: not stated
     * @param reasons in the order of the criteria; empty: it names none
     */
    public record CriteriaPart(boolean isExample, @Nullable String year, List<Reason> reasons) {
        public CriteriaPart {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A criterion it fulfils.
     *
     * @param level in words; null: not stated
     * @param note the reason as a sentence; null: not stated
     */
    public record Reason(String path, String label, @Nullable String level, @Nullable String note) {}

    /**
     * A line of the table of facts.
     *
     * @param textKey of its name
     * @param entries empty: not stated
     */
    public record Fact(String textKey, boolean isList, List<Entry> entries) {
        public Fact {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A value, with the page it leads to.
     *
     * @param address path of a page of ours, complete address of another's; null: no link
     */
    public record Entry(String text, @Nullable String address, boolean isExternal) {
        static Entry plain(String text) {
            return new Entry(text, null, false);
        }
    }

    /**
     * How far the entry can be relied on, and how to name it.
     *
     * @param source where it was taken from; null: not stated
     * @param revision its number and day, in words
     * @param history path of the page that lists all of them
     * @param confirmed in words when somebody last said that it is right
     * @param completeness in words how much of it is stated
     * @param offices the offices of its states
     * @param forSearchEngines the practice as schema.org has it
     */
    public record Standing(
            @Nullable Entry source,
            String revision,
            String history,
            String confirmed,
            String completeness,
            Citation citation,
            List<Entry> offices,
            JsonLd forSearchEngines) {
        public Standing {
            offices = List.copyOf(offices);
        }
    }

    /**
     * How to name the entry, and where programs find it.
     *
     * @param permanentUrl the same for both languages
     * @param text with the address and the day it was looked at
     * @param jsonPath of the entry in the record format
     */
    public record Citation(String permanentUrl, String text, String jsonPath) {}
}
