package org.praxisdatenbank.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.site.SiteText.Block;
import org.praxisdatenbank.site.SiteText.Enumeration;
import org.praxisdatenbank.site.SiteText.Heading;
import org.praxisdatenbank.site.SiteText.Item;
import org.praxisdatenbank.site.SiteText.LineEnd;
import org.praxisdatenbank.site.SiteText.Link;
import org.praxisdatenbank.site.SiteText.Paragraph;
import org.praxisdatenbank.site.SiteText.Words;
import org.praxisdatenbank.web.Texts;

final class SiteTextTest {
    private static List<Block> read(String markdown) {
        return SiteText.of(markdown).blocks();
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(List.of(new Words(text, false)));
    }

    @Test
    void headings_paragraphs_lists_and_links_are_read() {
        assertThat(read("# Wir\nAmt\n[Musterstadt](/kommunen)\n\n#### Ort\n\n- a\n- **b**\n\n3. c"))
                .containsExactly(
                        new Heading(2, List.of(new Words("Wir", false))),
                        new Paragraph(
                                List.of(new Words("Amt", false), new LineEnd(), new Link("/kommunen", "Musterstadt"))),
                        new Heading(3, List.of(new Words("Ort", false))),
                        new Enumeration(
                                null,
                                List.of(
                                        new Item(List.of(paragraph("a"))),
                                        new Item(List.of(new Paragraph(List.of(new Words("b", true))))))),
                        new Enumeration(3, List.of(new Item(List.of(paragraph("c"))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Ein <b>fettes</b> Wort",
                "Bürger*innen und Besucher*innen",
                "mit_unter_strich und _so_",
                "`Code`",
                "> Zitat",
                "[Name der Betreiberin]"
            })
    void whatever_else_is_typed_is_text(String typed) {
        assertThat(read(typed)).containsExactly(paragraph(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript&colon;alert(1)",
                "data:text/html,x",
                "//example.org",
                "/\\example.org",
                "vbscript:x",
                "seite",
                ""
            })
    void addresses_that_are_no_pages_are_refused(String address) {
        assertThat(SiteText.of("[x](<" + address + ">)").refusedAddresses()).hasSize(1);
    }

    @Test
    void pictures_are_refused() {
        assertThat(SiteText.of("- ![ein Bild](https://example.org/a.png)").refusedAddresses())
                .containsExactly("!https://example.org/a.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b=c#d",
                "http://example.org",
                "mailto:a@example.org",
                "tel:+4930",
                "/en/api"
            })
    void pages_mailboxes_and_telephones_are_not(String address) {
        assertThat(SiteText.of("[x](" + address + ")").refusedAddresses()).isEmpty();
    }

    @Test
    void a_list_within_many_lists_is_text_in_the_end() {
        assertThat(read("- ".repeat(10_000) + "a")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(SitePage.class)
    void the_text_that_comes_with_the_program_is_read_without_loss(SitePage page) {
        for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            String text = StandardText.of(page, Texts.load(language, Path.of("target", "no-own-texts")), null);

            assertThat(SiteText.of(text).refusedAddresses()).isEmpty();
            assertThat(text).doesNotContain("\\");
        }
    }
}
