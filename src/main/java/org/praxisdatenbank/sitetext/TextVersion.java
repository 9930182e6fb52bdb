package org.praxisdatenbank.sitetext;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.site.SitePage;

/**
 * What a page said from that moment on.
 *
 * @param version from 1; one more with each save
 * @param name what the account that wrote it is called today; null: it was erased
 */
public record TextVersion(SitePage page, long version, TextPair text, Instant made, @Nullable String name) {}
