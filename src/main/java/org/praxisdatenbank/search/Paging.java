package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.web.Frame;

/**
 * The way through a long list of hits.
 *
 * @param previous address of the page before, or null
 * @param pages some of the pages; the first, the last and those around the current one
 * @param next address of the page after, or null
 */
public record Paging(@Nullable String previous, List<PageLink> pages, @Nullable String next) {
    private static final int SHOWN_AT_THE_START = 4;

    public Paging {
        pages = List.copyOf(pages);
    }

    /**
     * A page.
     *
     * @param isAfterGap whether pages before it are left out
     */
    public record PageLink(String text, String link, boolean isCurrent, boolean isAfterGap) {}

    /** @param depth most hits that page numbers reach; behind them a cursor leads on */
    static Paging of(SearchQuery query, Results results, int depth, Frame frame) {
        Window window = query.window();
        int reachable = depth / window.size();
        int last = (int) Math.min((results.total() + window.size() - 1) / window.size(), reachable);
        if (window.after() != null) {
            return new Paging(
                    null, pages(0, last, page -> link(query, page, frame), frame), onward(query, results, frame));
        }
        @Nullable
        String next = window.page() < last ? link(query, window.page() + 1, frame) : onward(query, results, frame);
        @Nullable
        String previous = window.page() > 1 ? link(query, Math.min(window.page() - 1, Math.max(last, 1)), frame) : null;
        return new Paging(previous, pages(window.page(), last, page -> link(query, page, frame), frame), next);
    }

    /**
     * The way through a list that page numbers reach to its end.
     *
     * @param last number of its last page
     * @param link address of a page
     */
    static Paging of(int current, int last, IntFunction<String> link, Frame frame) {
        @Nullable String previous = current > 1 ? link.apply(Math.min(current - 1, last)) : null;
        return new Paging(previous, pages(current, last, link, frame), current < last ? link.apply(current + 1) : null);
    }

    private static @Nullable String onward(SearchQuery query, Results results, Frame frame) {
        return results.nextCursor()
                .map(cursor -> new Window(1, query.window().size(), cursor))
                .map(window -> frame.link(SearchUrl.page(query.with(window))))
                .orElse(null);
    }

    private static List<PageLink> pages(int current, int last, IntFunction<String> link, Frame frame) {
        List<PageLink> links = new ArrayList<>();
        int before = 0;
        for (int page : shown(current, last)) {
            links.add(new PageLink(
                    frame.number(page), link.apply(page), page == current, before > 0 && page > before + 1));
            before = page;
        }
        return links;
    }

    private static SortedSet<Integer> shown(int current, int last) {
        SortedSet<Integer> shown = new TreeSet<>(List.of(1, last, current - 1, current, current + 1));
        for (int page = 1; current < SHOWN_AT_THE_START && page <= SHOWN_AT_THE_START; page++) {
            shown.add(page);
        }
        shown.removeIf(page -> page < 1 || page > last);
        return shown;
    }

    private static String link(SearchQuery query, int page, Frame frame) {
        return frame.link(
                SearchUrl.page(query.with(new Window(page, query.window().size(), null))));
    }

    /** Whether there is anywhere else to go. */
    public boolean isNeeded() {
        return pages.size() > 1 || previous != null || next != null;
    }
}
