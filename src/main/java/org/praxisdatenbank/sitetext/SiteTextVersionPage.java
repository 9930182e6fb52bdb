package org.praxisdatenbank.sitetext;

import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.sitetext.SiteTextPage.Preview;

/**
 * What a page said once.
 *
 * @param last the version that it has now
 * @param path of its form, German, from the root
 */
public record SiteTextVersionPage(WorkFrame work, TextVersion version, long last, String path, Preview text) {}
