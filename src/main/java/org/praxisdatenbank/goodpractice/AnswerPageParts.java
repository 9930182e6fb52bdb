package org.praxisdatenbank.goodpractice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.goodpractice.AnswerPage.Choice;
import org.praxisdatenbank.goodpractice.AnswerPage.OfCriterion;
import org.praxisdatenbank.goodpractice.AnswerPage.Place;
import org.praxisdatenbank.goodpractice.AnswerPage.Question;
import org.praxisdatenbank.review.LevelWords;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Fault;

/**
 * Puts the page of a part together.
 *
 * @param answers that the form holds
 * @param clashes questions that somebody else has answered in another way meanwhile
 */
record AnswerPageParts(
        WorkFrame frame,
        Assessment assessment,
        Assessments assessments,
        Part part,
        Answers answers,
        List<String> clashes) {
    private static final int ROWS = 5;

    AnswerPage page(boolean isOpen, List<Fault> faults) {
        return new AnswerPage(
                frame,
                new Place(
                        AnswerPages.path(assessment.id(), part),
                        AssessmentPages.path(assessment.id()),
                        part.path(),
                        String.valueOf(assessment.version()),
                        isOpen),
                part.before().stream().map(this::question).toList(),
                criteria(),
                part.after().stream().map(this::question).toList(),
                faults);
    }

    /** What cannot be right, and what has to be decided; what is only missing can wait. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        clashes.forEach(question -> faults.add(new Fault(question, clash(question))));
        Gap.of(part, answers, assessments.lists()).stream()
                .filter(gap -> gap.why().startsWith("long") || gap.why().equals("no_day"))
                .forEach(gap ->
                        faults.add(new Fault(gap.question(), AssessmentPageParts.text(frame, gap, assessments))));
        return faults;
    }

    private String clash(String question) {
        String theirs = assessment.answers().text(question);
        return question.startsWith(Part.LEVEL)
                ? frame.text("goodpractice.clash.level", label(question), theirs.isEmpty() ? "–" : theirs)
                : frame.text("goodpractice.clash", label(question));
    }

    private List<OfCriterion> criteria() {
        return part.ofCriterion().isEmpty()
                ? List.of()
                : assessments.lists().criteria().stream()
                        .filter(criterion -> part == Part.CHECKLIST || isDescribed(Part.id(criterion)))
                        .map(this::asked)
                        .toList();
    }

    /** Only what is fulfilled; and what was written of another one, so that it is not lost. */
    private boolean isDescribed(String criterion) {
        return answers.level(criterion) > 0 || answers.has(Part.DEPTH + criterion);
    }

    private OfCriterion asked(Criterion criterion) {
        String id = Part.id(criterion);
        return new OfCriterion(
                id,
                criterion.term().label(frame.frame().language()),
                criterion.isBasic(),
                frame.text("criterion." + id + ".text"),
                part == Part.CHECKLIST ? levels(criterion) : List.of(),
                part.ofCriterion().stream()
                        .filter(question -> !question.equals(Part.LEVEL))
                        .map(question -> question(question + id))
                        .toList());
    }

    private List<Choice> levels(Criterion criterion) {
        String chosen = answers.text(Part.LEVEL + Part.id(criterion));
        List<Choice> levels = new ArrayList<>();
        levels.add(new Choice("", frame.text("goodpractice.level.open"), chosen.isEmpty()));
        levels.add(new Choice("0", frame.text("goodpractice.level.no"), chosen.equals("0")));
        IntStream.rangeClosed(Criterion.LOWEST_LEVEL, criterion.steps().orElse(Criterion.HIGHEST_LEVEL))
                .mapToObj(level -> new Choice(
                        String.valueOf(level),
                        LevelWords.of(frame.frame(), criterion, level),
                        String.valueOf(level).equals(chosen)))
                .forEach(levels::add);
        return levels;
    }

    private Question question(String name) {
        String answer = answers.text(name);
        return new Question(
                name,
                label(name),
                name.contains(".") ? null : frame.text("goodpractice.hint." + name),
                name.equals(Part.DAY) ? day(answer) : answer,
                name.equals(Part.DAY) ? 1 : ROWS,
                clashes.contains(name) ? theirs(name) : null);
    }

    private String theirs(String name) {
        String text = assessment.answers().text(name);
        return text.isEmpty() ? frame.text("goodpractice.emptied") : text;
    }

    /** As people write it. */
    private String day(String kept) {
        return kept.matches("\\d{4}-\\d\\d-\\d\\d") && frame.frame().language().equals(Locale.GERMAN)
                ? kept.substring(8) + "." + kept.substring(5, 7) + "." + kept.substring(0, 4)
                : kept;
    }

    private String label(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? frame.text("goodpractice.ask." + name)
                : frame.text(
                        "goodpractice.ask." + name.substring(0, dot),
                        AssessmentPageParts.label(frame, name.substring(dot + 1), assessments));
    }
}
