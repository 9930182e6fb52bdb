package org.praxisdatenbank.sitetext;

import java.util.Locale;
import org.praxisdatenbank.site.SiteText;

/** The text of a page in both languages, in the format of {@link SiteText}; empty: the one that comes with the program. */
public record TextPair(String german, String english) {
    static final TextPair STANDARD = new TextPair("", "");
    static final int LONGEST = 20_000;

    public String in(Locale language) {
        return language.getLanguage().equals("en") ? english : german;
    }

    /** The same with other texts where this has none. */
    TextPair or(TextPair other) {
        return new TextPair(german.isEmpty() ? other.german : german, english.isEmpty() ? other.english : english);
    }

    /** The same without what the others say already. */
    TextPair without(TextPair others) {
        return new TextPair(german.equals(others.german) ? "" : german, english.equals(others.english) ? "" : english);
    }
}
