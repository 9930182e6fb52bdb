package org.praxisdatenbank.goodpractice;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.REVIEWERS;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.Portrait;
import org.praxisdatenbank.review.Awaited;
import org.praxisdatenbank.review.Drafts;
import org.praxisdatenbank.review.Note;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;

/** An assessment: where it stands, what is missing, and its steps along the path. */
public final class AssessmentPages implements Routes {
    static final String ONE = AssessmentsPages.PATH + "/{assessment}";
    private static final String PREVIEW = "/vorschau";
    private static final String STEPS = "schritte";

    private final WorkPages work;
    private final Assessments assessments;
    private final Awaited awaited;
    private final Clock clock;

    public AssessmentPages(WorkPages work, Assessments assessments, Awaited awaited, Clock clock) {
        this.work = work;
        this.assessments = assessments;
        this.awaited = awaited;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, ONE, ALL, this::show);
        work.get(server, ONE + PREVIEW, REVIEWERS, this::preview);
        work.post(server, ONE + "/weiter", REVIEWERS, (request, who) -> take(request, who, Step.ADVANCE));
        work.post(server, ONE + "/zurueck", REVIEWERS, (request, who) -> take(request, who, Step.BACK));
        work.post(server, ONE + "/ablehnen", REVIEWERS, (request, who) -> take(request, who, Step.DECLINE));
        work.post(server, ONE + "/veroeffentlichen", REVIEWERS, (request, who) -> take(request, who, Step.PUBLISH));
    }

    static String path(AssessmentId id) {
        return AssessmentsPages.PATH + "/" + id;
    }

    static Assessment wanted(Context request, SignedIn who, Assessments assessments) {
        return assessments.get(request.pathParam("assessment"), who);
    }

    private void show(Context request, SignedIn who) {
        boolean isTooLate = request.queryParam("nicht") != null;
        show(request, who, wanted(request, who, assessments), STEPS, isTooLate ? "goodpractice.fault.not_now" : null);
    }

    /** @param fault key of what is wrong with the field; null: nothing */
    private void show(Context request, SignedIn who, Assessment assessment, String field, @Nullable String fault) {
        WorkFrame frame = work.frameAt(
                path(assessment.id()),
                request,
                who,
                "goodpractice.title",
                assessment.subject().title());
        List<Fault> told = fault == null ? List.of() : List.of(new Fault(field, frame.text(fault)));
        Set<Step> steps = assessment.steps(Drafts.viewer(who));
        work.show(
                request,
                "goodpractice/assessment",
                new AssessmentPageParts(frame, assessment, assessments, steps).page(typed(request, Note.FIELD), told),
                told);
    }

    private void preview(Context request, SignedIn who) {
        Assessment assessment = wanted(request, who, assessments); // who reviews and sees it sees all of it
        WorkFrame frame = work.frame(
                request, who, "goodpractice.preview", assessment.subject().title());
        work.show(
                request,
                "goodpractice/preview",
                new PreviewPage(
                        frame,
                        path(assessment.id()),
                        Portrait.of(
                                assessment.answers().description(assessments.lists()),
                                frame.frame(),
                                assessments.lists())));
    }

    private void take(Context request, SignedIn who, Step step) {
        Assessment assessment = wanted(request, who, assessments);
        Note note = new Note(typed(request, Note.FIELD));
        Optional<String> wrong = note.fault(step == Step.BACK || step == Step.DECLINE);
        if (wrong.isPresent()) {
            show(request, who, assessment, Note.FIELD, wrong.get());
            return;
        }
        AssessmentPathStore.Move move = new AssessmentPathStore.Move(
                step,
                SentForm.version(request),
                Drafts.viewer(who),
                WorkPages.doer(request, who),
                note.orNull(),
                LocalDate.now(clock).getYear());
        switch (assessments.path().take(assessment.id(), move)) {
            case Outcome.Moved moved -> work.back(request, path(assessment.id()), "assessment_" + step.id());
            case Outcome.Public made ->
                work.back(request, path(assessment.id()), awaited.told("published", made.transaction()));
            case Outcome.Refused refused -> refuse(request, who, assessment, refused);
        }
    }

    /**
     * As the public would see it.
     *
     * @param path of the assessment
     */
    public record PreviewPage(WorkFrame work, String path, Portrait portrait) {
        /** Value of {@code lang} for what was written; null where the page speaks that language anyway. */
        public @Nullable String contentLanguage() {
            return work.frame().isGerman() ? null : "de";
        }
    }

    /** Shows it as it stands now. */
    private void refuse(Context request, SignedIn who, Assessment assessment, Outcome.Refused why) {
        Optional<Assessment> now = assessments.store().find(assessment.id());
        String key = "goodpractice.fault." + why.name().toLowerCase(Locale.ROOT);
        show(request, who, now.orElse(assessment), STEPS, key);
    }
}
