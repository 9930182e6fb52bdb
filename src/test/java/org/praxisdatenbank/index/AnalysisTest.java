package org.praxisdatenbank.index;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.index.Analysis.Token;

class AnalysisTest {
    private static final List<String> PIECES = List.of(
            "Gesundheits",
            "förderung",
            "E",
            "-",
            "Mail",
            "Beratung",
            "*innen",
            " ",
            "Kita",
            "İ",
            "ae",
            "\u0308",
            "\u00AD",
            "2",
            ".",
            "(",
            ")",
            "Stadtteil",
            "mütter",
            "\uD83D\uDE00",
            "'",
            "Lotse",
            ":in");

    private final Analysis analysis = new Analysis(Samples.GERMAN);

    @Test
    void a_word_stands_as_written_as_stem_and_with_its_parts() {
        assertThat(analysis.tokens("Bewegungsangebote"))
                .containsExactly(
                        new Token("=bewegungsangebote", 0, 17, 1),
                        new Token("bewegungsangebot", 0, 17, 0),
                        new Token("+bewegungsangebot", 0, 17, 0),
                        new Token("+bewegung", 0, 8, 0),
                        new Token("+angebot", 9, 17, 0));
    }

    /** Lucene refuses a document whose offsets go backwards. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void offsets_never_go_backwards_whatever_the_text(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            String text = random.ints(1 + random.nextInt(12), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(joining());
            int start = 0;
            boolean isFirst = true;
            for (Token token : analysis.tokens(text)) {
                assertThat(token.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(start);
                assertThat(token.end()).as("seed %d: %s", seed, text).isBetween(token.start() + 1, text.length());
                assertThat(token.increment()).as("seed %d: %s", seed, text).isBetween(isFirst ? 1 : 0, 1);
                start = token.start();
                isFirst = false;
            }
        }
    }
}
