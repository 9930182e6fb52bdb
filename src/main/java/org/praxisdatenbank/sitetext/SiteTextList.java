package org.praxisdatenbank.sitetext;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;

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

    static Row row(WorkFrame work, TextStanding text, String path) {
        @Nullable TextVersion own = text.isOwn() ? text.last() : null;
        String state = own == null
                ? work.text("sitetext.state." + text.origin())
                : work.text("sitetext.state.own", own.version(), work.frame().moment(own.made()), own.who(work));
        return new Row(
                work.text("sitetext.page." + text.page().id()),
                path,
                text.page().path(),
                state);
    }
}
