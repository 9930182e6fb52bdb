package org.praxisdatenbank.german;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What the build has written is what follows from the lists. */
final class BuiltListsTest {
    private static final Set<String> WORKED_OUT = ListBuilder.words();
    private static final Set<String> READ = BuiltLists.words();

    @Test
    void every_word_is_there_and_no_other() {
        assertThat(new HashSet<>(READ)).hasSizeGreaterThan(50_000).isEqualTo(WORKED_OUT);
        assertThat(READ.containsAll(WORKED_OUT)).isTrue();
    }

    @Property
    void what_is_no_word_is_not_there(
            @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'z') @CharRange(from = 'ß', to = 'ü')
                    String word) {
        assertThat(READ.contains(word)).isEqualTo(WORKED_OUT.contains(word));
    }

    @Test
    void every_term_has_its_stems() {
        German german = new German();
        Map<String, Thesaurus.Term> terms = BuiltLists.terms();
        assertThat(terms).containsOnlyKeys(Thesaurus.listed().toList());
        terms.forEach((term, stems) -> assertThat(stems)
                .as(term)
                .isEqualTo(new Thesaurus.Term(german.stems(term), german.tellingStems(term))));
    }
}
