package org.praxisdatenbank.german;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordScannerTest {
    private static final String TRICKY = "aäß-*:/()._,'’\u00AD\u0308 1İ\uD83D\uDE00漢in nen";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Vor-Ort-Beratung, heute`, Vor-Ort-Beratung heute",
                "Kinder- und Jugendarbeit, Kinder und Jugendarbeit",
                "1.000 Plätze zu 2, 1.000 Plätze zu 2",
                "z.B. e.V., z B e V",
                "Schüler*innenrat, Schülerinnenrat",
                "Leute (innen), Leute innen",
                "dieKümmerei, die-Kümmerei",
                "SchülerInnen und GmbH, SchülerInnen und GmbH",
                "JobFit, Job-Fit",
                "teamw()rk, teamw rk",
            })
    void finds_words_and_their_pieces(String text, String words) {
        assertThat(Written.in(text).stream()
                        .map(word -> word.pieces().stream().map(Piece::text).collect(joining("-")))
                        .collect(joining(" ")))
                .isEqualTo(words);
    }

    @Test
    void every_letter_knows_where_it_stood() {
        String text = "Die Schu\u0308\u00ADler*innen";
        Piece piece = Written.in(text).getLast().pieces().getFirst();

        assertThat(piece.text()).isEqualTo("Schülerinnen");
        assertThat(text.substring(piece.start(), piece.end())).isEqualTo("Schu\u0308\u00ADler*innen");
        assertThat(text.substring(piece.start(3), piece.end(3))).isEqualTo("u\u0308");
        assertThat(text.substring(piece.start(7), piece.end(11))).isEqualTo("innen");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_text_is_read_with_offsets_in_order(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(40), 0, TRICKY.length())
                    .mapToObj(TRICKY::charAt)
                    .map(String::valueOf)
                    .collect(joining());
            int last = 0;
            for (Written word : Written.in(text)) {
                for (Piece piece : word.pieces()) {
                    assertThat(piece.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(last);
                    assertThat(piece.end()).as("seed %d: %s", seed, text).isBetween(piece.start() + 1, text.length());
                    last = piece.end();
                }
            }
        }
    }

    @Test
    void a_row_without_end_is_cut() {
        assertThat(Written.in("a".repeat(1_000)))
                .allMatch(word -> word.pieces().getFirst().text().length() <= 255)
                .hasSize(4);
    }
}
