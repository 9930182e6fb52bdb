package org.praxisdatenbank.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.SimilarPractice;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

class SimilarTest {
    private static final Samples[] PRACTICES = {
        practice("sturz")
                .titled("Sicher gehen: Sturzprävention im Stadtteil")
                .with(Vocabulary.TOPIC, "aeltere", "quartier")
                .with(Vocabulary.STATE, "DE-BE"),
        practice("sturz-zwei")
                .titled("Wohnen ohne Stürze")
                .summary("Kurse zur Sturzprävention und eine Beratungsstelle.")
                .with(Vocabulary.TOPIC, "aeltere")
                .with(Vocabulary.STATE, "DE-BY"),
        practice("sucht").titled("Suchtprävention an der Uni").with(Vocabulary.FIELD, "ernaehrung"),
        practice("berlin").titled("Kochen und Backen").type("project").with(Vocabulary.STATE, "DE-BE"),
        practice("netz").titled("Runder Tisch").type("network").with(Vocabulary.TOPIC, "quartier"),
        practice("arbeit").titled("Neue Arbeit finden").with(Vocabulary.TOPIC, "arbeitslose"),
    };

    @Test
    void terms_and_rare_words_make_practices_similar(@TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, PRACTICES)) {
            List<SimilarPractice> similar = index.index.similar(new PracticeId("sturz"), 5);

            assertThat(similar)
                    .extracting(other -> other.practice().id().value())
                    .startsWith("sturz-zwei")
                    .containsExactlyInAnyOrder("sturz-zwei", "sucht", "netz");
            assertThat(similar.getFirst().terms()).containsExactly(new TermId(Vocabulary.TOPIC, "aeltere"));
            assertThat(similar.getFirst().words()).startsWith("Sturzprävention");
        }
    }

    @Test
    void of_a_compound_only_the_part_that_both_have_is_told(@TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, PRACTICES)) {
            assertThat(index.index.similar(new PracticeId("sturz"), 5))
                    .filteredOn(other -> other.practice().id().value().equals("sucht"))
                    .singleElement()
                    .isEqualTo(new SimilarPractice(
                            index.search("sucht").hits().getFirst().practice(), List.of(), List.of("Prävention")));
        }
    }

    @Test
    void type_and_state_alone_make_none_similar(@TempDir Path folder) {
        try (TestIndex index = TestIndex.of(folder, PRACTICES)) {
            assertThat(index.index.similar(new PracticeId("berlin"), 5)).isEmpty();
        }
    }

    @Test
    void what_is_told_as_shared_is_in_both(@TempDir Path folder) throws IOException {
        List<StoredPractice> stored = SampleTexts.practices();
        Map<String, Practice> practices = stored.stream()
                .map(StoredPractice::practice)
                .collect(Collectors.toMap(practice -> practice.id().value(), Function.identity()));
        try (TestIndex index = TestIndex.of(folder, stored)) {
            for (Practice practice : practices.values()) {
                for (SimilarPractice other : index.index.similar(practice.id(), 5)) {
                    check(
                            practice,
                            other,
                            requireNonNull(practices.get(other.practice().id().value())));
                }
            }
        }
    }

    private static void check(Practice practice, SimilarPractice similar, Practice other) {
        assertThat(practice.classification().terms()).containsAll(similar.terms());
        assertThat(other.classification().terms()).containsAll(similar.terms());
        assertThat(similar.terms().size() + similar.words().size()).isPositive();
        for (String word : similar.words()) {
            assertThat(pieces(other))
                    .as(word + " in " + other.id() + ", similar to " + practice.id())
                    .anyMatch(piece -> piece.toLowerCase(Locale.GERMAN).contains(word.toLowerCase(Locale.GERMAN))
                            && !Collections.disjoint(partStems(piece), partStems(text(practice))));
        }
    }

    private static List<String> pieces(Practice practice) {
        return Written.in(text(practice)).stream()
                .flatMap(word -> word.pieces().stream())
                .map(Piece::text)
                .toList();
    }

    private static String text(Practice practice) {
        return practice.wording().title() + " " + practice.wording().summary();
    }

    private static List<String> partStems(String text) {
        return new Analysis(Samples.GERMAN)
                .tokens(text).stream()
                        .map(Analysis.Token::term)
                        .filter(term -> term.charAt(0) == Analysis.PART)
                        .toList();
    }
}
