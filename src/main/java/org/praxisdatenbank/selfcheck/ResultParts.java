package org.praxisdatenbank.selfcheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeCard;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.search.PracticeLists;
import org.praxisdatenbank.search.PracticeLists.Carried;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/**
 * Puts together what the result shows.
 *
 * @param today the day it is made on
 */
record ResultParts(Examples examples, Vocabularies vocabularies, Frame frame, LocalDate today) {

    ResultPage page(SelfCheck check) {
        return new ResultPage(
                frame,
                new ResultPage.Summary(check.name(), frame.date(today), check.given()),
                Profile.of(check, frame),
                rows(check.answers()),
                rows(check.strong()),
                check.weak().stream().map(this::weak).toList());
    }

    private List<ResultPage.Row> rows(List<Answer> answers) {
        return answers.stream().map(this::row).toList();
    }

    private ResultPage.Row row(Answer answer) {
        return new ResultPage.Row(
                new ResultPage.Field(
                        AnswerForm.stageName(answer.criterion()),
                        answer.stage().code(),
                        AnswerForm.evidenceName(answer.criterion())),
                Spoken.path(answer),
                Spoken.name(answer, frame),
                Spoken.stage(answer, frame),
                answer.evidence());
    }

    private ResultPage.Weak weak(Answer answer) {
        Examples.Found found = examples.of(answer);
        @Nullable Long total = found.total();
        return new ResultPage.Weak(
                row(answer),
                answer.criterion().isBasic(),
                found.practices().stream()
                        .map(example -> example(example, answer))
                        .toList(),
                total == null ? null : count(total),
                PracticeLists.path(new Carried(Facet.CRITERION, answer.id())));
    }

    private String count(long total) {
        return total == 0 ? frame.text("criterion.practices.none") : frame.text("criterion.practices.all", total);
    }

    private ResultPage.Example example(Examples.Example example, Answer answer) {
        return new ResultPage.Example(
                PracticeCard.of(example.practice(), vocabularies, frame, today),
                example.isAhead() ? frame.text("selfcheck.example.level", answer.nextLevel()) : null);
    }
}
