package org.praxisdatenbank.sitetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.site.SitePage;
import org.praxisdatenbank.web.Texts;

final class StandardTextsTest {
    @Test
    void the_home_folder_goes_before_what_is_built_in_and_it_is_told_where(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("texts_de.properties"), "operator.name=Amt *für* Gesundheit\n");
        StandardTexts texts = new StandardTexts(language -> Texts.load(language, home), null);

        assertThat(texts.of(SitePage.IMPRINT).german())
                .startsWith("## Betreiberin oder Betreiber\n\nAmt *für* Gesundheit\n[Straße");
        assertThat(texts.isFromHome(SitePage.IMPRINT)).isTrue();
        assertThat(texts.isFromHome(SitePage.START)).isFalse();
    }
}
