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
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Portrait;
import org.praxisdatenbank.review.Awaited;
import org.praxisdatenbank.review.Drafts;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.Typed;

/** An assessment: where it stands, what is missing, and its steps along the path. */
public final class AssessmentPages implements Routes {
    static final String ONE = AssessmentsPages.PATH + "/{assessment}";
    private static final String PREVIEW = "/vorschau";
    private static final String NOTE = "note";

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
        show(request, who, wanted(request, who, assessments), isTooLate ? List.of("not_now") : List.of());
    }

    /** @param faults last parts of the keys of what is wrong */
    private void show(Context request, SignedIn who, Assessment assessment, List<String> faults) {
        WorkFrame frame = work.frameAt(
                path(assessment.id()),
                request,
                who,
                "goodpractice.title",
                assessment.subject().title());
        List<Fault> told = faults.stream()
                .map(fault -> new Fault(
                        fault.startsWith("reason") || fault.startsWith("note") ? NOTE : "schritte",
                        frame.text("goodpractice.fault." + fault)))
                .toList();
        Set<Step> steps = assessment.steps(Drafts.viewer(who));
        work.show(
                request,
                "goodpractice/assessment",
                new AssessmentPageParts(frame, assessment, assessments, steps).page(typed(request, NOTE), told),
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
                        PublishedPortraits.portrait(assessment.answers(), assessments.lists(), frame.frame())));
    }

    private void take(Context request, SignedIn who, Step step) {
        Assessment assessment = wanted(request, who, assessments);
        String note = typed(request, NOTE);
        boolean isNoteNeeded = step == Step.BACK || step == Step.DECLINE;
        if (Typed.length(note) > Authorship.NOTE_LENGTH || (isNoteNeeded && note.isEmpty())) {
            show(request, who, assessment, List.of(note.isEmpty() ? "reason_missing" : "note_long"));
            return;
        }
        AssessmentPathStore.Move move = new AssessmentPathStore.Move(
                step,
                AnswerPages.version(request),
                Drafts.viewer(who),
                WorkPages.doer(request, who),
                note.isEmpty() ? null : note,
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
        show(request, who, now.orElse(assessment), List.of(why.name().toLowerCase(Locale.ROOT)));
    }
}
