package org.praxisdatenbank.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/**
 * What every page shows around its own content, and how it speaks.
 *
 * @param publicUrl scheme, host and port under which the visitor knows the server
 * @param checked one sentence on the last comparison of index and database; null: there is none
 */
public record Frame(Locale language, Head head, String publicUrl, @Nullable String checked, Kit kit) {
    /** Dates are days of Germany. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** {@code 14:05} in every language. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * What a page says of itself to browsers and search engines.
     *
     * @param title without the product's name
     * @param description one or two sentences
     * @param path the page's one German address with its query string, from the root: {@code /suche?q=kita}
     * @param isIndexed whether search engines may list the page
     * @param canonical German address of the page that stands for this one with search engines; mostly its own
     */
    public record Head(String title, String description, String path, boolean isIndexed, String canonical) {
        /** A page that stands for itself. */
        public Head(String title, String description, String path, boolean isIndexed) {
            this(title, description, path, isIndexed, path);
        }
    }

    /** What all pages of one language share. */
    record Kit(Texts texts, Assets assets) {}

    /** A text of the interface in the page's language. */
    public String text(String key, Object... arguments) {
        return kit.texts().get(key, arguments);
    }

    /** The same where the key comes from elsewhere; moments among the arguments come out in the language's form. */
    public String text(Said said) {
        return kit.texts()
                .get(new Said(
                        said.key(),
                        said.arguments().stream()
                                .map(argument -> argument instanceof Instant moment ? moment(moment) : argument)
                                .toList()));
    }

    /** The address of another page in this page's language; takes and keeps a query string. */
    public String link(String path) {
        return inLanguage(language, path);
    }

    /**
     * What a link to that path tells robots: {@code nofollow} for searches but those by one value of one filter, as they
     * lead to ever more of them; else null.
     *
     * @param path German, from the root
     */
    public @Nullable String rel(String path) {
        return path.matches("/suche\\?((q|sort|page|size|after|match)=.*|.*&.*)") ? "nofollow" : null;
    }

    /** The same page in a language, from the root. */
    public String inLanguage(String code) {
        return inLanguage(Locale.of(code), head.path());
    }

    private static String inLanguage(Locale language, String path) {
        if (!language.getLanguage().equals("en")) {
            return path;
        }
        return path.equals("/") ? PageKit.ENGLISH : PageKit.ENGLISH + path;
    }

    /** The title as browsers show it. */
    public String title() {
        return head.path().equals("/") && head.isIndexed() ? head.title() : head.title() + " – " + text("frame.brand");
    }

    /** The main navigation. */
    public List<NavigationEntry> navigation() {
        return Stream.of("/suche", "/kriterien", "/laender", "/kommunen", "/ueber")
                .map(section -> new NavigationEntry(section, "nav" + section.replace('/', '.'), current(section)))
                .toList();
    }

    /**
     * A link of the main navigation.
     *
     * @param current {@code page} on that page itself, {@code true} within that part of the site, else null
     */
    public record NavigationEntry(String path, String textKey, @Nullable String current) {}

    private @Nullable String current(String section) {
        if (head.path().equals(section)) {
            return "page";
        }
        return isWithin(section) || (section.equals("/suche") && isWithin("/angebote")) ? "true" : null;
    }

    public boolean isGerman() {
        return !language.getLanguage().equals("en");
    }

    /** Whether the page belongs to that part of the site: {@code aria-current} for the navigation. */
    public boolean isWithin(String section) {
        return head.path().equals(section)
                || head.path().startsWith(section + "/")
                || head.path().startsWith(section + "?");
    }

    /** The complete address of a path. */
    public String absolute(String path) {
        return publicUrl + path;
    }

    /** The address of a style sheet or script. */
    public String asset(String name) {
        return kit.assets().address(name);
    }

    /** {@code 2.731} in German, {@code 2,731} in English. */
    public String number(long number) {
        return Math.abs(number) < 1_000 ? Long.toString(number) : String.format(language, "%,d", number);
    }

    /** {@code 12.03.2025} in German, {@code 12 Mar 2025} in English. */
    public String date(LocalDate day) {
        return date(language, day);
    }

    static String date(Locale language, LocalDate day) {
        return day.format(
                language.getLanguage().equals("en")
                        ? DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK)
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.GERMANY));
    }

    /** The day of that moment in Germany. */
    public String date(Instant moment) {
        return date(moment.atZone(ZONE).toLocalDate());
    }

    /** {@code 12.03.2025, 14:05} in German, {@code 12 Mar 2025, 14:05} in English; time of Germany. */
    public String moment(Instant moment) {
        return date(moment) + ", " + TIME.format(moment.atZone(ZONE));
    }
}
