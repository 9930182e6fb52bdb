package org.praxisdatenbank.web;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request costs its visitor, judged by its address alone, before any work is done. One token is about a
 * millisecond of computing.
 *
 * <table>
 * <caption>tokens</caption>
 * <tr><td>files of the design, health, metrics, robots.txt, the API's description, progress of a build</td><td>0</td></tr>
 * <tr><td>a practice, any other page, a completion</td><td>1</td></tr>
 * <tr><td>a search, similar practices, what the search makes of a word</td><td>2</td></tr>
 * <tr><td>and each value of a filter</td><td>1</td></tr>
 * <tr><td>and each word with {@code *}, {@code ?} or {@code ~}</td><td>3</td></tr>
 * <tr><td>and every ten pages down the list, every 25 hits on a page</td><td>1</td></tr>
 * <tr><td>the site map</td><td>5</td></tr>
 * <tr><td>a self-check's result, up to four searches for each criterion</td><td>12</td></tr>
 * <tr><td>an export: as its search, and</td><td>20</td></tr>
 * </table>
 *
 * <p>Who gets an answer that is kept in memory is given back all but one token afterwards, see {@link Answers}. Else an
 * answer 304 costs the same: whether it still holds is known only when it has been made.
 *
 * @param tokens at most {@value #MOST}
 */
record Cost(Work work, int tokens) {
    static final int MOST = 100;

    /** What kind of work a request makes. */
    enum Work {
        /** None: always answered, however much there is to do. */
        FREE,
        /** Reading from the database and showing. */
        READING,
        /** Computing over the index. */
        SEARCHING
    }

    private static final Cost NOTHING = new Cost(Work.FREE, 0);
    private static final Cost PAGE = new Cost(Work.READING, 1);
    private static final Cost SITE_MAP = new Cost(Work.READING, 5);
    private static final Cost COMPLETION = new Cost(Work.SEARCHING, 1);
    private static final Cost SELF_CHECK = new Cost(Work.SEARCHING, 12);
    private static final int SEARCH = 2;
    private static final int EXPORT = 20;
    private static final int PATTERN = 3;
    private static final int PAGES_A_TOKEN = 10;
    private static final int HITS_A_TOKEN = 25;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[+\\s]|%20|%09|%0[aAdD]|,|%2[cC]");
    private static final Pattern PATTERN_SIGN = Pattern.compile("[*?~]|%2[aA]|%3[fF]|%7[eE]");

    private static final Set<String> FREE =
            Set.of("/metrics", "/robots.txt", "/favicon.ico", "/api/v1/openapi.json", Gate.EVENTS);
    private static final Set<String> SEARCHES = Set.of("/suche", "/api/v1/practices", "/suche/sprache");
    /** Parameters that are no filters. */
    private static final Set<String> PLAIN =
            Set.of("q", "mit", "match", "sort", "page", "size", "after", "facets", "highlight", "bom");

    /**
     * Judges an address.
     *
     * @param path decoded, from the root
     * @param query as sent; null: none
     */
    static Cost of(String path, @Nullable String query) {
        if (path.startsWith("/assets/") || path.startsWith("/health/") || FREE.contains(path)) {
            return NOTHING;
        }
        String german = path.startsWith("/en/") ? path.substring("/en".length()) : path;
        String page = german.endsWith("/") ? german.substring(0, german.length() - 1) : german;
        if (SEARCHES.contains(page)) {
            return new Cost(Work.SEARCHING, Math.min(MOST, search(query == null ? "" : query)));
        }
        if (page.startsWith("/api/v1/practices/") && page.endsWith("/similar")) {
            return new Cost(Work.SEARCHING, SEARCH);
        }
        if (DownloadType.ofPath(page).isPresent()) {
            return new Cost(Work.SEARCHING, Math.min(MOST, EXPORT + search(query == null ? "" : query)));
        }
        if (page.equals("/api/v1/suggest")) {
            return COMPLETION;
        }
        if (page.equals("/kriterien/selbstcheck/ergebnis")) {
            return SELF_CHECK;
        }
        return page.startsWith("/sitemap") ? SITE_MAP : PAGE;
    }

    /** Nothing is decoded but what counts: whoever hides a sign behind percent signs pays for it all the same. */
    private static int search(String query) {
        return SEARCH + Stream.of(query.split("&")).mapToInt(Cost::parameter).sum();
    }

    private static int parameter(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0 || equals == pair.length() - 1) {
            return 0;
        }
        String value = pair.substring(equals + 1);
        return switch (pair.substring(0, equals)) {
            case "q" -> PATTERN * patterns(value);
            case "page" -> number(value) / PAGES_A_TOKEN;
            case "size" -> number(value) / HITS_A_TOKEN;
            case String name -> PLAIN.contains(name) ? 0 : 1;
        };
    }

    private static int patterns(String text) {
        return isPattern(text)
                ? (int) BETWEEN_WORDS
                        .splitAsStream(text)
                        .filter(Cost::isPattern)
                        .count()
                : 0;
    }

    private static boolean isPattern(String text) {
        return PATTERN_SIGN.matcher(text).find();
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
