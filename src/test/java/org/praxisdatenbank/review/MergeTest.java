package org.praxisdatenbank.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people who change the same record. */
final class MergeTest {
    private static final Entered BASE = Entered.parse(
            """
                    {"id": "kiez", "title": "Kiez", "summary": "Kurz", "states": ["DE-BE"],
                     "criteria": [{"id": "konzeption", "level": 2}, {"id": "empowerment", "note": "Weil"}]}""");

    private static Merge<JsonNode> merged(Entered base, Entered theirs, Entered mine) {
        return Merge.of(base.pieces(), theirs.pieces(), mine.pieces());
    }

    @Test
    void what_each_changed_elsewhere_is_kept() {
        Merge<JsonNode> merge = merged(
                BASE,
                BASE.with("title", "Kiez 2").withCriterion("konzeption", 3, ""),
                BASE.with("summary", "").withCriterion("empowerment", 0, "Darum"));

        assertThat(new Entered(merge.result()).json("kiez"))
                .isEqualTo(Entered.parse(
                                """
                                {"title": "Kiez 2", "states": ["DE-BE"],
                                 "criteria": [{"id": "konzeption", "level": 3}, {"id": "empowerment", "note": "Darum"}]}""")
                        .json("kiez"));
        assertThat(merge.clashes()).isEmpty();
        assertThat(merge.others()).containsExactly("title", "criteria.konzeption");
    }

    @Test
    void what_both_changed_to_something_else_clashes() {
        Merge<JsonNode> merge = merged(
                BASE,
                BASE.with("title", "Ihrer").with("summary", "").with("states", List.of()),
                BASE.with("title", "Meiner").with("summary", "Meine").with("states", List.of()));

        assertThat(merge.clashes()).containsExactly("title", "summary");
        assertThat(new Entered(merge.result()).text("title")).isEqualTo("Meiner");
        assertThat(merge.others()).isEmpty();
    }

    @Test
    void the_order_of_a_list_stays_as_it_was() {
        Entered entered = Entered.parse("{\"states\": [\"DE-NW\", \"DE-BE\"]}");

        assertThat(entered.with("states", List.of("DE-BE", "DE-HH", "DE-NW")).list("states"))
                .containsExactly("DE-NW", "DE-BE", "DE-HH");
    }
}
