package org.praxisdatenbank.goodpractice;

import java.util.Optional;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Portrait;
import org.praxisdatenbank.practice.Portrait.InDepth;
import org.praxisdatenbank.practice.Portrait.Portraits;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/** What is published of examples; safe for use by any thread. */
public final class PublishedPortraits implements Portraits {
    private final Assessments assessments;
    private final Database database;

    public PublishedPortraits(Assessments assessments, Database database) {
        this.assessments = assessments;
        this.database = database;
    }

    @Override
    public Optional<Portrait> of(PracticeId practice, Frame frame) {
        return database.promptly(() -> assessments.published(practice))
                .flatMap(found -> found)
                .map(found -> portrait(found.answers(), assessments.lists(), frame));
    }

    static Portrait portrait(Answers answers, Vocabularies lists, Frame frame) {
        return new Portrait(
                Portrait.paragraphs(answers.text("background")),
                Portrait.paragraphs(answers.text("approach")),
                lists.criteria().stream()
                        .filter(criterion -> answers.has(Part.DEPTH + Part.id(criterion)))
                        .map(criterion -> new InDepth(
                                "/kriterien/" + Part.id(criterion),
                                criterion.term().label(frame.language()),
                                Portrait.paragraphs(answers.text(Part.DEPTH + Part.id(criterion)))))
                        .toList(),
                Portrait.paragraphs(answers.text("lessons")),
                Portrait.paragraphs(answers.text(Part.LITERATURE)));
    }
}
