package org.praxisdatenbank.german;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measured on 110 words of the field, annotated by hand: how many are taken apart exactly, how many stay whole. */
final class CompoundsTest {
    private static final German GERMAN = new German();

    /** @param parts base forms; empty: must stay whole */
    private record Annotated(String word, List<String> parts) {
        boolean isRight() {
            return stems(GERMAN.form(word))
                    .equals(parts.stream().map(part -> GERMAN.form(part).stem()).toList());
        }
    }

    private static List<String> stems(WordForm form) {
        return form.parts().stream().map(WordForm.Part::stem).toList();
    }

    private static List<Annotated> annotated() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/german/compounds.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(row -> new Annotated(row[0], row[1].isEmpty() ? List.of() : Arrays.asList(row[1].split("\\+"))))
                .toList();
    }

    @Test
    void nearly_all_compounds_are_taken_apart_as_people_would() throws IOException {
        List<Annotated> compounds =
                annotated().stream().filter(word -> !word.parts().isEmpty()).toList();

        assertThat(compounds).hasSize(90);
        assertThat(compounds.stream().filter(Annotated::isRight).count() / 90.0).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void other_words_stay_whole() throws IOException {
        assertThat(annotated().stream().filter(word -> word.parts().isEmpty()))
                .hasSize(20)
                .allMatch(Annotated::isRight);
    }

    @ParameterizedTest
    @CsvSource({
        "Bewegungsangebote, Bewegung|angebote",
        "KINDERTAGESSTÄTTEN, KIND|TAG|STÄTTEN",
        "Familientreff, Familie|treff",
        "Gesundheitsmediatorinnen, Gesundheit|mediatorinnen",
        "Stadtteilmütter, Stadt|teil|mütter",
        "Gesundheitsfoerderung, Gesundheit|foerderung",
    })
    void parts_are_found_to_the_letter(String word, String parts) {
        assertThat(GERMAN.form(word).parts().stream().map(part -> word.substring(part.start(), part.end())))
                .containsExactlyElementsOf(Arrays.asList(parts.split("\\|")));
    }

    @Test
    void where_a_letter_has_another_length_in_lower_case_nothing_breaks() {
        assertThat(GERMAN.form("İBewegungsangebot").parts()).isEmpty();
    }

    @Test
    void all_forms_of_a_word_have_the_same_parts() {
        assertThat(stems(GERMAN.form("Beratungsstellen"))).isEqualTo(stems(GERMAN.form("beratungsstelle")));
        assertThat(stems(GERMAN.form("Babylotsinnen"))).isEqualTo(stems(GERMAN.form("Babylotse")));
    }

    @Test
    void a_word_longer_than_any_german_word_stays_whole() {
        assertThat(GERMAN.form("gesundheit".repeat(20)).parts()).isEmpty();
    }
}
