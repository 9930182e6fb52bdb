package org.praxisdatenbank.sitetext;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.site.SitePage;

/**
 * What a page said from that moment on.
 *
 * @param version from 1; one more with each save
 * @param isByCommand whether a command wrote it, and no account
 * @param name what the account that wrote it is called today; null: it was erased, or there was none
 */
public record TextVersion(
        SitePage page, long version, TextPair text, Instant made, boolean isByCommand, @Nullable String name) {
    /** Who wrote it, in words. */
    public String who(WorkFrame work) {
        return isByCommand ? work.text("sitetext.by_command") : name == null ? work.text("audit.erased") : name;
    }
}
