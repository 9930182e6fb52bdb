package org.praxisdatenbank.sitetext;

import java.util.Locale;
import java.util.function.Function;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.site.StandardText;
import org.praxisdatenbank.web.Texts;

/** What the pages say where nobody has written anything in the browser. */
public final class StandardTexts {
    private final Function<Locale, Texts> texts;

    /** @param texts of a language: those of the program with those of the home folder over them */
    public StandardTexts(Function<Locale, Texts> texts) {
        this.texts = texts;
    }

    TextPair of(SitePage page) {
        return pair(page, texts.apply(Locale.GERMAN), texts.apply(Locale.ENGLISH));
    }

    /** Whether the home folder says something of its own for that page. */
    boolean isFromHome(SitePage page) {
        return !of(page).equals(pair(page, Texts.builtIn(Locale.GERMAN), Texts.builtIn(Locale.ENGLISH)));
    }

    private static TextPair pair(SitePage page, Texts german, Texts english) {
        return new TextPair(StandardText.of(page, german), StandardText.of(page, english));
    }
}
