package org.praxisdatenbank.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.revision.Fragment.Kind;

final class ExcerptTest {
    private static final String LONG = "wort ".repeat(200);

    private static Fragment same(String text) {
        return new Fragment(text, Kind.SAME);
    }

    private static final Fragment ADDED = new Fragment("neu", Kind.ADDED);

    @Test
    void what_stayed_is_kept_beside_changes_alone() {
        List<Fragment> shortened = Excerpt.of(List.of(same(LONG), ADDED, same(LONG), ADDED, same(LONG)));
        assertThat(shortened.get(0).text())
                .startsWith("… wort")
                .endsWith("wort ")
                .hasSizeLessThan(200);
        assertThat(shortened.get(2).text())
                .startsWith("wort")
                .contains(" … ")
                .endsWith("wort ")
                .hasSizeLessThan(400);
        assertThat(shortened.get(4).text())
                .startsWith("wort")
                .endsWith("wort …")
                .hasSizeLessThan(200);
        assertThat(shortened.get(1)).isEqualTo(ADDED);
    }

    @Test
    void a_short_text_stays_whole() {
        List<Fragment> text = List.of(same("Kurz und "), ADDED, same("."));
        assertThat(Excerpt.of(text)).isEqualTo(text);
    }

    @Test
    void no_character_is_cut_in_two() {
        List<Fragment> shortened = Excerpt.of(List.of(ADDED, same("a" + "😀".repeat(400))));
        assertThat(shortened.get(1).text().codePoints()).noneMatch(c -> c >= 0xD800 && c < 0xE000);
    }
}
