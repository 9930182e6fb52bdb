package org.praxisdatenbank.site;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Texts;

/** What the operator's pages say as long as nobody has written anything else, in the format of {@link SiteText}. */
public final class StandardText {
    private static final Pattern MARKS = Pattern.compile("[!-/:-@\\[-`{-~]");

    private final Texts texts;
    private final @Nullable String identityProvider;

    private StandardText(Texts texts, @Nullable String identityProvider) {
        this.texts = texts;
        this.identityProvider = identityProvider;
    }

    /**
     * Put together from the texts of the interface.
     *
     * @param identityProvider what people call the one that they sign in by, too; null: there is none
     */
    public static String of(SitePage page, Texts texts, @Nullable String identityProvider) {
        StandardText standard = new StandardText(texts, identityProvider);
        return switch (page) {
            case START -> plain(texts.get("start.lead"));
            case ABOUT -> paragraphs(standard.section("about.audience"), standard.section("about.rebuild"));
            case PRIVACY -> standard.privacy();
            case ACCESSIBILITY -> standard.accessibility();
            case IMPRINT -> standard.imprint();
        };
    }

    private String imprint() {
        return paragraphs(
                title("imprint.operator"),
                lines("operator.name", "operator.address"),
                title("imprint.represented"),
                lines("operator.represented"),
                title("imprint.contact"),
                plain(texts.get("imprint.contact.phone", texts.get("operator.phone")) + "\n"
                        + texts.get("imprint.contact.email", texts.get("operator.email"))),
                title("imprint.editor"),
                lines("operator.editor"),
                section("imprint.contents"));
    }

    private String privacy() {
        return paragraphs(
                title("privacy.responsible"),
                lines("operator.name", "operator.address", "operator.email"),
                title("privacy.officer"),
                lines("operator.privacy_officer"),
                section("privacy.visit", "operator.logging"),
                section("privacy.cookies"),
                section("privacy.searches"),
                section("privacy.selfcheck"),
                identityProvider == null
                        ? section("privacy.accounts")
                        : paragraphs(section("privacy.accounts"), plain(texts.get("privacy.oidc", identityProvider))),
                section("privacy.contacts"),
                section("privacy.rights", "operator.supervision"));
    }

    private String accessibility() {
        return paragraphs(
                section("accessibility.standard"),
                section("accessibility.state", "operator.audit"),
                title("accessibility.built"),
                texts.get("accessibility.built.items")
                        .lines()
                        .map(item -> "- " + plain(item))
                        .collect(joining("\n")),
                section("accessibility.limits"),
                section("accessibility.report", "operator.email", "operator.phone"),
                section("accessibility.arbitration", "operator.arbitration"),
                plain(texts.get("accessibility.date", texts.get("operator.statement_date"))));
    }

    private static String paragraphs(String... paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    private String title(String key) {
        return "## " + plain(texts.get(key + ".title"));
    }

    /** @param arguments keys of texts that are put in */
    private String section(String key, String... arguments) {
        Object[] given = Stream.of(arguments).map(texts::get).toArray();
        return paragraphs(title(key), plain(texts.get(key + ".text", given)));
    }

    private String lines(String... keys) {
        return plain(Stream.of(keys).map(texts::get).collect(joining("\n")));
    }

    /** So that it is read as this very text: where it would not be, every mark in it is escaped. */
    private static String plain(String text) {
        String lines = text.strip();
        SiteText read = SiteText.of(lines);
        return read.blocks().size() == 1
                        && read.blocks().getFirst() instanceof SiteText.Paragraph
                        && read.words().equals(lines)
                ? lines
                : MARKS.matcher(lines).replaceAll("\\\\$0");
    }
}
