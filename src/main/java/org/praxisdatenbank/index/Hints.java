package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.index.Ranking.Weighted;
import org.praxisdatenbank.query.Clause;

/**
 * Where not every word must match, a part of a compound or a word of a phrase says which of the practices that match
 * otherwise come closer. Hints order hits; they never find one.
 */
record Hints(German german) {

    List<Query> of(List<Clause> clauses, List<Weighted> fields) {
        List<Query> hints = new ArrayList<>();
        for (Clause clause : clauses) {
            switch (clause) {
                case Clause.Word word -> Written.in(word.text()).forEach(written -> add(written, fields, hints));
                case Clause.Phrase phrase ->
                    Written.pieces(phrase.text()).forEach(piece -> add(piece, Ranking.PIECE_HINT, fields, hints));
                default -> {}
            }
        }
        return hints;
    }

    private void add(Written word, List<Weighted> fields, List<Query> hints) {
        if (word.pieces().size() > 1) {
            word.pieces().forEach(piece -> add(piece, Ranking.PIECE_HINT, fields, hints));
            return;
        }
        WordForm form = german.form(word.pieces().getFirst().text());
        form.parts().forEach(part -> hints.add(hint(part.stem(), Ranking.PART_HINT, fields)));
    }

    private void add(Piece piece, float weight, List<Weighted> fields, List<Query> hints) {
        if (!german.isStopWord(piece.text())) {
            german.form(piece.text()).partStems().forEach(stem -> hints.add(hint(stem, weight, fields)));
        }
    }

    private static Query hint(String stem, float weight, List<Weighted> fields) {
        List<Query> queries = fields.stream()
                .<Query>map(field -> new BoostQuery(
                        new TermQuery(new Term(field.field(), Analysis.PART + stem)), field.weight() * weight))
                .toList();
        return new DisjunctionMaxQuery(queries, Ranking.OTHER_FIELDS);
    }
}
