package org.praxisdatenbank.site;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.PageKit;

/** The texts of the operator's pages: their own where there is one, else what comes with the program. For any thread. */
public final class SiteTexts {
    private final PageKit pages;
    private final OwnTexts own;
    private final @Nullable String identityProvider;
    private final Map<Place, SiteText> standard = new ConcurrentHashMap<>();

    /** @param identityProvider what people call it; null: there is none */
    public SiteTexts(PageKit pages, OwnTexts own, @Nullable String identityProvider) {
        this.pages = pages;
        this.own = own;
        this.identityProvider = identityProvider;
    }

    private record Place(SitePage page, Locale language) {}

    SiteText of(SitePage page, Locale language) {
        Optional<String> written = own.find(page, language);
        return written.map(SiteText::of)
                .orElseGet(() -> standard.computeIfAbsent(new Place(page, language), this::standard));
    }

    private SiteText standard(Place place) {
        return SiteText.of(StandardText.of(place.page(), pages.texts(place.language()), identityProvider));
    }
}
