package org.praxisdatenbank.sitetext;

import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.site.SitePage;

/** The pages whose texts can be written. */
public record SiteTextList(WorkFrame work, List<Row> rows) {
    public SiteTextList {
        rows = List.copyOf(rows);
    }

    /**
     * A page.
     *
     * @param path of its form, German, from the root
     * @param shown where everybody reads it, likewise
     * @param state in words where its text comes from
     */
    public record Row(String title, String path, String shown, String state) {}

    static Row row(WorkFrame work, SitePage page, String path, Optional<TextVersion> version, boolean isFromHome) {
        String origin = work.text(isFromHome ? "sitetext.state.home" : "sitetext.state.built_in");
        String state = version.filter(own -> !own.text().equals(TextPair.STANDARD))
                .map(own -> work.text(
                        "sitetext.state.own",
                        own.version(),
                        work.frame().moment(own.made()),
                        own.name() == null ? work.text("audit.erased") : own.name()))
                .orElse(origin);
        return new Row(work.text("sitetext.page." + page.id()), path, page.path(), state);
    }
}
