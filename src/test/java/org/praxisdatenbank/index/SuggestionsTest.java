package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.index.Samples.practice;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Suggestion;
import org.praxisdatenbank.query.Suggestion.Target;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

class SuggestionsTest {
    private TestIndex index;

    @BeforeEach
    void index(@TempDir Path folder) {
        index = TestIndex.of(
                folder,
                practice("eins")
                        .titled("Bewegung im Alltag")
                        .by("Verein für Bewegung e. V.", "Bad Bevensen")
                        .with(Vocabulary.FIELD, "bewegung"),
                practice("zwei").titled("Mehr Bewegung für Ältere").with(Vocabulary.FIELD, "bewegung", "ernaehrung"),
                practice("drei").titled("Bäder öffnen").by(null, "Berlin").with(Vocabulary.STATE, "DE-BE"));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void every_kind_is_completed_by_any_of_its_words() {
        assertThat(index.index.suggest("bewe", Filters.NONE, 8))
                .containsExactly(
                        new Suggestion("Bewegung", 2, term(Vocabulary.FIELD, "bewegung")),
                        new Suggestion("Verein für Bewegung e. V.", 1, new Target.Provider()),
                        new Suggestion("Bewegung im Alltag", 1, new Target.Title(new PracticeId("eins"))),
                        new Suggestion("Mehr Bewegung für Ältere", 1, new Target.Title(new PracticeId("zwei"))));
    }

    @Test
    void what_is_a_state_and_a_place_and_a_word_is_suggested_once() {
        assertThat(index.index.suggest("ber", Filters.NONE, 8))
                .containsExactly(new Suggestion("Berlin", 1, term(Vocabulary.STATE, "DE-BE")));
    }

    @Test
    void umlauts_may_be_written_in_any_way() {
        for (String text : List.of("bäd", "BAED", "ba\u0308d", "bad")) {
            assertThat(index.index.suggest(text, Filters.NONE, 8))
                    .as(text)
                    .contains(new Suggestion("Bäder öffnen", 1, new Target.Title(new PracticeId("drei"))));
        }
    }

    @Test
    void several_words_are_completed_together() {
        assertThat(index.index.suggest("bewegung im a", Filters.NONE, 8))
                .containsExactly(new Suggestion("Bewegung im Alltag", 1, new Target.Title(new PracticeId("eins"))));
    }

    @Test
    void what_is_gone_is_not_suggested() {
        index.index.apply(List.of(), List.of(new PracticeId("drei")), "1");

        assertThat(index.index.suggest("ber", Filters.NONE, 8)).isEmpty();
        assertThat(index.index.suggest("bäder", Filters.NONE, 8)).isEmpty();
    }

    @Test
    void there_are_no_more_than_wanted() {
        assertThat(index.index.suggest("b", Filters.NONE, 4)).hasSize(4);
        assertThat(index.index.suggest("b", Filters.NONE, 0)).isEmpty();
        assertThat(index.index.suggest("", Filters.NONE, 4)).isEmpty();
    }

    @Test
    void similar_ones_share_words_and_labels_and_never_are_the_same() {
        assertThat(index.index.similar(new PracticeId("eins"), 5))
                .extracting(similar -> similar.practice().id().value())
                .startsWith("zwei")
                .doesNotContain("eins");
        assertThat(index.index.similar(new PracticeId("unbekannt"), 5)).isEmpty();
    }

    private static Target term(Vocabulary list, String value) {
        return new Target.OfTerm(new TermId(list, value));
    }
}
