package org.praxisdatenbank.site;

import java.util.Locale;
import java.util.Optional;

/** What an operator has written instead of the texts that come with the program; asked for each page, by any thread. */
public interface OwnTexts {
    /** In the format of {@link SiteText}; empty: nothing. Returns at once. */
    Optional<String> find(SitePage page, Locale language);
}
