package org.praxisdatenbank.goodpractice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.goodpractice.AssessmentPage.GapRow;
import org.praxisdatenbank.goodpractice.AssessmentPage.Past;
import org.praxisdatenbank.goodpractice.AssessmentPage.Place;
import org.praxisdatenbank.goodpractice.AssessmentPage.StageRow;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Fault;

/** Puts the page of an assessment together. */
record AssessmentPageParts(WorkFrame frame, Assessment assessment, Assessments assessments, Set<Step> steps) {
    AssessmentPage page(String note, List<Fault> faults) {
        Assessment.Subject subject = assessment.subject();
        return new AssessmentPage(
                frame,
                new Place(
                        AssessmentPages.path(assessment.id()),
                        assessment.stage().id(),
                        subject.isPublic() ? PracticePages.path(subject.id()) : null,
                        String.valueOf(assessment.version()),
                        note),
                steps.stream().map(Step::id).collect(Collectors.toSet()),
                Stream.of(Stage.CHECKLIST, Stage.INTERVIEW, Stage.DESCRIPTION, Stage.REVIEW)
                        .map(this::row)
                        .toList(),
                assessments.steps().of(assessment.id()).stream().map(this::past).toList(),
                faults);
    }

    private StageRow row(Stage stage) {
        int order = stage.compareTo(assessment.stage());
        String state = order == 0 ? "now" : order < 0 && assessment.stage() != Stage.DECLINED ? "done" : "later";
        Optional<Part> part =
                Arrays.stream(Part.values()).filter(any -> any.stage() == stage).findFirst();
        boolean isReached = part.isPresent() && order <= 0;
        boolean isSeen = part.isPresent() && (part.get() == Part.CHECKLIST || steps.contains(Step.SEE_ALL));
        return new StageRow(
                stage.id(),
                state,
                isReached && isSeen ? path(part.get()) : null,
                isReached && isSeen && assessment.stage().isOpen() ? gaps(part.get()) : List.of());
    }

    private String path(Part part) {
        return AnswerPages.path(assessment.id(), part);
    }

    private List<GapRow> gaps(Part part) {
        boolean isOpen = assessment.isOpen(part, steps);
        return assessments.gaps(assessment, part).stream()
                .map(gap ->
                        new GapRow(text(frame, gap, assessments), isOpen ? path(part) + "#" + gap.question() : null))
                .toList();
    }

    static String text(WorkFrame frame, Gap gap, Assessments assessments) {
        @Nullable String criterion = gap.criterion();
        return criterion == null
                ? frame.text("goodpractice.gap." + gap.why())
                : frame.text("goodpractice.gap." + gap.why(), label(frame, criterion, assessments));
    }

    static String label(WorkFrame frame, String criterion, Assessments assessments) {
        return assessments
                .lists()
                .label(
                        new TermId(Vocabulary.CRITERION, criterion),
                        frame.frame().language());
    }

    private Past past(AssessmentStepStore.Past step) {
        @Nullable String name = step.name();
        return new Past(
                step.step(),
                name == null ? frame.text("audit.erased") : name,
                frame.frame().moment(step.made()),
                step.note());
    }
}
