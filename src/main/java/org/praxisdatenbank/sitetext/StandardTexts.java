package org.praxisdatenbank.sitetext;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.site.StandardText;
import org.praxisdatenbank.web.Texts;

/** What the pages say where nobody has written anything in the browser. */
public final class StandardTexts {
    private final Function<Locale, Texts> texts;
    private final @Nullable String identityProvider;

    /**
     * @param texts of a language: those of the program with those of the home folder over them
     * @param identityProvider what people call it; null: there is none
     */
    public StandardTexts(Function<Locale, Texts> texts, @Nullable String identityProvider) {
        this.texts = texts;
        this.identityProvider = identityProvider;
    }

    TextPair of(SitePage page) {
        return pair(page, texts.apply(Locale.GERMAN), texts.apply(Locale.ENGLISH));
    }

    /** Whether the home folder says something of its own for that page. */
    boolean isFromHome(SitePage page) {
        return !of(page).equals(pair(page, Texts.builtIn(Locale.GERMAN), Texts.builtIn(Locale.ENGLISH)));
    }

    private TextPair pair(SitePage page, Texts german, Texts english) {
        return new TextPair(
                StandardText.of(page, german, identityProvider), StandardText.of(page, english, identityProvider));
    }
}
