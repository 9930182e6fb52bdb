package org.praxisdatenbank.site;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.praxisdatenbank.web.PageKit;

/** The texts of the operator's pages: their own where there is one, else what comes with the program. For any thread. */
public final class SiteTexts {
    private final PageKit pages;
    private final OwnTexts own;
    private final Map<Place, SiteText> standard = new ConcurrentHashMap<>();

    public SiteTexts(PageKit pages, OwnTexts own) {
        this.pages = pages;
        this.own = own;
    }

    private record Place(SitePage page, Locale language) {}

    SiteText of(SitePage page, Locale language) {
        Optional<String> written = own.find(page, language);
        return written.map(SiteText::of)
                .orElseGet(() -> standard.computeIfAbsent(new Place(page, language), this::standard));
    }

    private SiteText standard(Place place) {
        return SiteText.of(StandardText.of(place.page(), pages.texts(place.language())));
    }
}
