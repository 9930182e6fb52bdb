package org.praxisdatenbank.sitetext;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.site.SiteText;
import org.praxisdatenbank.web.Fault;

/**
 * The form of a page, and what the page said before.
 *
 * @param history latest first; empty: nobody has written anything
 * @param isFromHome whether the home folder has a text of its own for it
 */
public record SiteTextPage(WorkFrame work, SitePage page, Form form, List<TextVersion> history, boolean isFromHome) {
    public SiteTextPage {
        history = List.copyOf(history);
    }

    /**
     * What is being written.
     *
     * @param preview null: none was asked for
     * @param rival what somebody else has saved meanwhile; null: nothing
     */
    public record Form(TextPair text, List<Fault> faults, @Nullable Preview preview, @Nullable Rival rival) {
        public Form {
            faults = List.copyOf(faults);
        }
    }

    /** How it will look. */
    public record Preview(SiteText german, SiteText english) {}

    /**
     * What somebody else has made of it.
     *
     * @param text all of it, also where it is the one that comes with the program
     */
    public record Rival(TextVersion version, TextPair text) {
        static Rival of(TextVersion version, TextPair standard) {
            return new Rival(version, version.text().or(standard));
        }
    }

    /** What the form is made from; 0: nobody has written anything. */
    public long version() {
        return history.isEmpty() ? 0 : history.getFirst().version();
    }

    /** Whether there is something to go back from. */
    public boolean isOwn() {
        return !history.isEmpty() && !history.getFirst().text().equals(TextPair.STANDARD);
    }

    /** Who wrote it, in words. */
    public String who(TextVersion version) {
        return version.who(work);
    }

    /** German, from the root. */
    public String path() {
        return "/verwaltung/texte/" + page.id();
    }
}
