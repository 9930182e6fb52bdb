package org.praxisdatenbank.german;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.german.Thesaurus.Relation;
import org.praxisdatenbank.german.Thesaurus.Relative;

/** The lists in {@code index/analysis}; that each line has its reason is checked when they are read. */
final class WordListsTest {
    private static final German GERMAN = new German();

    private static Stream<Relative> relatives(String term) {
        return GERMAN.thesaurus().of(GERMAN.tellingStems(term)).stream();
    }

    @Test
    void there_are_150_to_300_synonyms() {
        assertThat(Table.read("synonyms.tsv", 1)).hasSizeBetween(150, 300);
    }

    @Test
    void no_term_stands_in_two_groups_of_the_same_meaning() {
        Map<String, String> groups = new HashMap<>();
        for (List<String> row : Table.read("synonyms.tsv", 1)) {
            if (!row.getFirst().contains(" > ")) {
                Arrays.stream(row.getFirst().split(" = "))
                        .forEach(term -> assertThat(groups.put(term.strip(), row.getFirst()))
                                .as(term)
                                .isNull());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Kita, Kindertagesstätte",
        "Kindergärten, Kita",
        "Senioren, ältere Menschen",
        "ältere Menschen, Senior",
        "Stadtteil, Quartier",
        "Kiez, Quartier",
        "erwerbslose, arbeitslos",
        "ÖGD, öffentlicher Gesundheitsdienst",
        "GKV, gesetzliche Krankenversicherung",
        "BGF, betriebliche Gesundheitsförderung",
        "PSNV, psychosoziale Notfallversorgung",
    })
    void the_same_meaning_meets(String asked, String listed) {
        assertThat(relatives(asked).map(relative -> relative.text().toLowerCase(Locale.ROOT)))
                .contains(listed.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_broader_word_finds_the_narrower_one_but_not_the_other_way_round() {
        assertThat(relatives("Bewegung"))
                .anyMatch(relative -> relative.relation() == Relation.NARROWER
                        && GERMAN.tellingStems(relative.text()).equals(GERMAN.tellingStems("Sturzprophylaxe")));
        assertThat(relatives("Sturzprophylaxe").map(Relative::stems)).doesNotContain(GERMAN.stems("Bewegung"));
    }
}
