package org.praxisdatenbank.revision;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.revision.Fragment.Kind;

final class TextDifferenceTest {
    private static final int LONGEST = 50_000;

    @Provide
    static Arbitrary<String> text() {
        return Arbitraries.of(
                        "Kinder",
                        "Eltern",
                        "Gesundheit",
                        "ä",
                        "7",
                        "😀",
                        " ",
                        " ",
                        "  ",
                        "\n",
                        "\n\n",
                        ".",
                        "! ",
                        "-",
                        ",")
                .list()
                .ofMaxSize(60)
                .map(words -> String.join("", words));
    }

    @Property(tries = 2_000)
    void the_fragments_give_both_texts(@ForAll("text") String before, @ForAll("text") String after) {
        List<Fragment> fragments = TextDifference.between(before, after);
        assertThat(without(Kind.ADDED, fragments)).isEqualTo(before);
        assertThat(without(Kind.REMOVED, fragments)).isEqualTo(after);
    }

    @Property(tries = 500)
    void two_fragments_of_one_kind_never_stand_side_by_side(
            @ForAll("text") String before, @ForAll("text") String after) {
        List<Fragment> fragments = TextDifference.between(before, after);
        assertThat(IntStream.range(1, fragments.size()))
                .allSatisfy(place -> assertThat(fragments.get(place).kind())
                        .isNotEqualTo(fragments.get(place - 1).kind()));
    }

    @Property(tries = 500)
    void a_text_differs_from_itself_in_nothing(@ForAll("text") String text) {
        assertThat(TextDifference.between(text, text))
                .allSatisfy(fragment -> assertThat(fragment.kind()).isEqualTo(Kind.SAME));
    }

    private static String without(Kind kind, List<Fragment> fragments) {
        return fragments.stream()
                .filter(fragment -> fragment.kind() != kind)
                .map(Fragment::text)
                .collect(joining());
    }

    private static String marked(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> switch (fragment.kind()) {
                    case SAME -> fragment.text();
                    case REMOVED -> "[-" + fragment.text() + "]";
                    case ADDED -> "[+" + fragment.text() + "]";
                })
                .collect(joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Frühe Hilfen für Eltern. | Frühe Hilfen für Familien. | Frühe Hilfen für [-Eltern][+Familien].
            Für Schüler. Mit Spaß.   | Für Schüler*innen. Mit Spaß. | Für Schüler[+*innen]. Mit Spaß.
            Eins. Zwei. Drei.        | Eins. Drei.                | Eins. [-Zwei. ]Drei.
            Eins. Drei.              | Eins. Zwei. Drei.          | Eins. [+Zwei. ]Drei.
            rote Äpfel und Birnen    | grüne Kirschen und Birnen  | [-rote Äpfel][+grüne Kirschen] und Birnen
            Kita-Verein              | Kita Verein                | Kita[--][+ ]Verein
            """)
    void what_differs_is_marked_word_by_word(String before, String after, String expected) {
        assertThat(marked(TextDifference.between(before, after))).isEqualTo(expected);
    }

    @Test
    void a_text_that_was_not_there_is_added() {
        assertThat(TextDifference.between("", "Neu.")).containsExactly(new Fragment("Neu.", Kind.ADDED));
        assertThat(TextDifference.between("Alt.", "")).containsExactly(new Fragment("Alt.", Kind.REMOVED));
    }

    /** A text as long as may be, without a sentence's end. */
    private static String words(String word) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < LONGEST; number++) {
            text.append(word).append(number).append(' ');
        }
        return text.toString();
    }

    @Test
    void a_long_text_written_anew_is_shown_so() {
        assertThat(TextDifference.between(words("alt"), words("neu")))
                .containsExactly(new Fragment(words("alt"), Kind.REMOVED), new Fragment(words("neu"), Kind.ADDED));
    }

    @Test
    void many_small_changes_in_a_long_text_are_found() {
        String before = words("wort");
        String after = before.replace("17 ", "siebzehn ");
        List<Fragment> fragments = TextDifference.between(before, after);
        assertThat(fragments.size()).isGreaterThan(100);
        assertThat(without(Kind.ADDED, fragments)).isEqualTo(before);
        assertThat(without(Kind.REMOVED, fragments)).isEqualTo(after);
    }

    @Test
    void as_many_sentences_as_fit_are_compared() {
        String before = "a. ".repeat(LONGEST / 3);
        String after = "b. ".repeat(LONGEST / 3);
        List<Fragment> fragments = TextDifference.between(before, after);
        assertThat(without(Kind.ADDED, fragments)).isEqualTo(before);
        assertThat(without(Kind.REMOVED, fragments)).isEqualTo(after);
    }
}
