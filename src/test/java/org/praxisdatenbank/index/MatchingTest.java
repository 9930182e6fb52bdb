package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

final class MatchingTest {
    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    @Test
    void a_stem_that_is_looked_for_as_a_part_too_is_looked_for_once_in_each_field() {
        Query word = new DisjunctionMaxQuery(
                List.of(
                        ways(term("title", "=kitas"), term("title", "kita"), term("title", "+kita")),
                        ways(term("summary", "=kitas"), term("summary", "kita"))),
                0.1f);

        assertThat(Matching.of(word).needed())
                .singleElement()
                .isInstanceOfSatisfying(BooleanQuery.class, choice -> assertThat(choice.clauses())
                        .extracting(BooleanClause::query)
                        .containsExactlyInAnyOrder(
                                term("title", "=kitas"),
                                term("title", "+kita"),
                                term("summary", "=kitas"),
                                term("summary", "kita")));
    }

    private static Query ways(Query... ways) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query way : ways) {
            any.add(new BoostQuery(way, 2), Occur.SHOULD);
        }
        return any.build();
    }
}
