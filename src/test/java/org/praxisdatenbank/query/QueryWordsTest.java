package org.praxisdatenbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.query.Clause.Field;
import org.praxisdatenbank.query.Clause.Word;
import org.praxisdatenbank.query.QueryWords.Leaf;

@NullMarked
class QueryWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "kita, ``",
                "kita schule, schule",
                "kita schule kita, schule",
                "(kita ODER schule) alter, schule alter",
                "(kita schule) ODER alter, schule ODER alter",
                "titel:kita schule, titel:kita schule",
                "titel:(kita schule) kita, titel:(kita schule)",
                "kita -schule, ``",
                "schule -kita, schule -kita",
                "\"kita\" schule, \"kita\" schule"
            })
    void a_word_is_left_out_wherever_it_stands(String text, String rest) {
        Clause without = QueryWords.without(QueryText.parse(text), new Leaf(null, new Word("kita")));
        assertThat(QueryText.print(without)).isEqualTo(rest);
    }

    @Test
    void what_is_looked_for_is_listed_once_with_its_field() {
        Clause clause = QueryText.parse("kita titel:(kita \"frühe hilfen\") -schule kita b*r nah~");
        assertThat(QueryWords.of(clause))
                .extracting(leaf -> QueryText.print(leaf.alone()))
                .containsExactly("kita", "titel:kita", "titel:\"frühe hilfen\"", "b*r", "nah~");
    }

    @Test
    void other_words_stand_in_the_same_places() {
        Clause clause = QueryText.parse("kita titel:(kita ODER hort) -kita");
        Clause changed = QueryWords.changed(
                clause, leaf -> Optional.of(leaf.field() == Field.TITLE ? new Word("neu") : leaf.clause()));
        assertThat(QueryText.print(changed)).isEqualTo("kita titel:(neu ODER neu) -kita");
    }
}
