package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.query.Clause;

/** Rewards words that stand near each other in a text as they did in the query. */
record Neighbours(German german) {
    private static final Set<String> TEXTS = Set.of(Fields.TITLE, Fields.SUMMARY, Fields.DESCRIPTION, Fields.EXAMPLE);

    private record Word(String stem, int position) {}

    /** One for each two words in a row, stop words between them counted as places; none matches a word alone. */
    List<Query> of(List<Clause> clauses, List<Weighted> fields) {
        List<Query> near = new ArrayList<>();
        List<Weighted> texts =
                fields.stream().filter(field -> TEXTS.contains(field.field())).toList();
        List<Word> row = new ArrayList<>();
        int position = 0;
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Word word) {
                for (Written written : Written.in(word.text())) {
                    for (Piece piece : written.pieces()) {
                        add(piece, position++, row);
                    }
                }
            } else {
                row.clear();
            }
            while (row.size() > 1) {
                near.add(both(row.removeFirst(), row.getFirst(), texts));
            }
        }
        return texts.isEmpty() ? List.of() : near;
    }

    private void add(Piece piece, int position, List<Word> row) {
        if (!german.isStopWord(piece.text())) {
            row.add(new Word(german.form(piece.text()).stem(), position));
        }
    }

    private static Query both(Word first, Word second, List<Weighted> texts) {
        List<Query> queries = new ArrayList<>();
        for (Weighted field : texts) {
            PhraseQuery phrase = new PhraseQuery.Builder()
                    .setSlop(Ranking.NEIGHBOURS_WITHIN)
                    .add(new Term(field.field(), first.stem()), 0)
                    .add(new Term(field.field(), second.stem()), second.position() - first.position())
                    .build();
            queries.add(new BoostQuery(phrase, field.weight() * Ranking.NEIGHBOURS));
        }
        return new DisjunctionMaxQuery(queries, Ranking.OTHER_FIELDS);
    }
}
