package org.praxisdatenbank.sitetext;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.site.SitePage;

/**
 * What a page says now, and from where.
 *
 * @param last the version that counts; null: nobody has written anything
 * @param standard what the page says by itself, with what the home folder has over it
 * @param isFromHome whether the home folder says something of its own for it
 */
public record TextStanding(SitePage page, @Nullable TextVersion last, TextPair standard, boolean isFromHome) {
    /** What a change is made from; 0: nobody has written anything. */
    public long version() {
        return last == null ? 0 : last.version();
    }

    /** What was written; empty in a language: the standard text counts. */
    public TextPair own() {
        return last == null ? TextPair.STANDARD : last.text();
    }

    /** What everybody reads. */
    public TextPair shown() {
        return own().or(standard);
    }

    /** {@code own}, {@code home} or {@code built_in}: where it comes from. */
    public String origin() {
        return isOwn() ? "own" : isFromHome ? "home" : "built_in";
    }

    boolean isOwn() {
        return !own().equals(TextPair.STANDARD);
    }
}
