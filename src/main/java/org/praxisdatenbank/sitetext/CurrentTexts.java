package org.praxisdatenbank.sitetext;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Outage;
import org.praxisdatenbank.schedule.Recurring;
import org.praxisdatenbank.site.OwnTexts;
import org.praxisdatenbank.site.SitePage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the pages say now, in memory, so that they need no database; looks every other second whether somebody has saved
 * another text, at whichever server. Safe for use by any thread.
 */
public final class CurrentTexts implements OwnTexts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentTexts.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final SiteTextStore store;
    private volatile Known known;
    private final Recurring looking;

    /** @param count see {@link SiteTextStore#count} */
    private record Known(long count, Map<SitePage, TextPair> texts) {}

    private CurrentTexts(SiteTextStore store) {
        this.store = store;
        this.known = load();
        this.looking = Recurring.start("texts", () -> {
            look();
            return EVERY;
        });
    }

    /** Reads them, and begins to look. */
    public static CurrentTexts start(SiteTextStore store) {
        return new CurrentTexts(store);
    }

    private Known load() {
        long count = store.count(); // before: what comes meanwhile is found by the next look
        Map<SitePage, TextPair> texts = new EnumMap<>(SitePage.class);
        store.current().forEach(version -> texts.put(version.page(), version.text()));
        return new Known(count, texts);
    }

    /** At once, as this server has just saved one. */
    public synchronized void look() {
        try {
            if (store.count() != known.count()) {
                known = load();
            }
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e) && !Thread.currentThread().isInterrupted()) {
                LOG.warn("the pages keep their texts, as others cannot be read", e);
            }
        }
    }

    @Override
    public Optional<String> find(SitePage page, Locale language) {
        @Nullable TextPair text = known.texts().get(page);
        return Optional.ofNullable(text).map(pair -> pair.in(language)).filter(words -> !words.isEmpty());
    }

    @Override
    public void close() {
        looking.close();
    }
}
