package org.praxisdatenbank.selfcheck;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.Frames;

/** Two criteria: of one the ladder is known, of the other nothing. */
final class Criteria {
    static final Criterion PARTICIPATION = criterion("partizipation", 1, 3);
    static final Criterion CONCEPT = criterion("konzeption", 2, 0);
    static final List<Criterion> ALL = List.of(PARTICIPATION, CONCEPT);
    static final Frame GERMAN = Frames.frame(Locale.GERMAN, "/kriterien/selbstcheck");

    private Criteria() {}

    static Criterion criterion(String id, int position, int levels) {
        Label label = new Label(id.substring(0, 1).toUpperCase(Locale.GERMAN) + id.substring(1), id);
        return new Criterion(
                new Term(new TermId(Vocabulary.CRITERION, id), position, label, List.of()),
                false,
                null,
                IntStream.rangeClosed(1, levels)
                        .mapToObj(level -> new Criterion.Level(level, null, null))
                        .toList());
    }
}
