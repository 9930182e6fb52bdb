package org.praxisdatenbank.sitetext;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.site.SiteText;
import org.praxisdatenbank.web.Typed;

/**
 * What admins do with the texts of the operator's pages, in a browser, by a program or at the command line. Safe for use by
 * any thread.
 */
public final class TextDesk {
    static final String SAVED = "text.saved";
    static final String RESTORED = "text.restored";
    static final String RESET = "text.reset";

    private final SiteTextStore store;
    private final StandardTexts standard;
    private final Runnable changed;

    /** @param changed is run when somebody has tried to change a text */
    public TextDesk(SiteTextStore store, StandardTexts standard, Runnable changed) {
        this.store = store;
        this.standard = standard;
        this.changed = changed;
    }

    SiteTextStore store() {
        return store;
    }

    StandardTexts standard() {
        return standard;
    }

    /** All pages, in their order. */
    public List<TextStanding> all() {
        List<TextVersion> own = store.current();
        return Stream.of(SitePage.values())
                .map(page -> standing(
                        page, own.stream().filter(text -> text.page() == page).findFirst()))
                .toList();
    }

    public TextStanding of(SitePage page) {
        return standing(page, store.history(page, 1).stream().findFirst());
    }

    private TextStanding standing(SitePage page, Optional<TextVersion> last) {
        return new TextStanding(page, last.orElse(null), standard.of(page), standard.isFromHome(page));
    }

    /**
     * What is wrong with a text.
     *
     * @param isGerman else it is the English one
     */
    public record Wrong(boolean isGerman, Said why) {}

    /** At most one of each language; none: it can be saved. */
    public static List<Wrong> faults(TextPair text) {
        return Stream.concat(
                        fault(text.german()).map(why -> new Wrong(true, why)).stream(),
                        fault(text.english()).map(why -> new Wrong(false, why)).stream())
                .toList();
    }

    private static Optional<Said> fault(String text) {
        if (Typed.length(text) > TextPair.LONGEST) {
            return Optional.of(Said.of("sitetext.fault.long", TextPair.LONGEST));
        }
        return SiteText.of(text).refusedAddresses().stream()
                .findFirst()
                .map(address -> Said.of("sitetext.fault.address", address));
    }

    /**
     * Keeps a text as a new version; what the standard text says already is not kept.
     *
     * @param version that it was made from; 0: there was none
     * @param text without {@link #faults}
     * @return false: somebody else has saved one meanwhile, and nothing has changed now
     */
    public boolean write(SitePage page, long version, TextPair text, Doer by) {
        return save(page, version, text, by, SAVED);
    }

    /** Goes back to the standard text, by a new version. */
    public boolean reset(SitePage page, long version, Doer by) {
        return save(page, version, TextPair.STANDARD, by, RESET);
    }

    /** @param action of the audit log */
    boolean save(SitePage page, long version, TextPair text, Doer by, String action) {
        boolean isSaved = store.save(page, version, text.without(standard.of(page)), by, action);
        changed.run();
        return isSaved;
    }
}
