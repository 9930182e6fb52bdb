package org.praxisdatenbank.goodpractice;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.review.Drafts;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.transfer.RecordCheck;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentForm;

/** The parts of an assessment, a page each; each keeps what was typed, whether it is complete or not. */
public final class AnswerPages implements Routes {
    private static final String PART = AssessmentPages.ONE + "/teil/{part}";

    private final WorkPages work;
    private final Assessments assessments;

    public AnswerPages(WorkPages work, Assessments assessments) {
        this.work = work;
        this.assessments = assessments;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PART, ALL, this::show);
        work.post(server, PART, ALL, this::save);
    }

    static String path(AssessmentId id, Part part) {
        return AssessmentPages.path(id) + "/teil/" + part.path();
    }

    /** Raises {@link Problem.NotFound} for one that they may not see, or not yet. */
    private static Part part(Context request, Assessment assessment, Viewer viewer) {
        String path = request.pathParam("part");
        Set<Step> steps = assessment.steps(viewer);
        return Part.of(path)
                .filter(part -> part == Part.CHECKLIST || steps.contains(Step.SEE_ALL))
                .filter(part -> part.stage().compareTo(assessment.stage()) <= 0)
                .orElseThrow(() -> new Problem.NotFound("page", path).raise());
    }

    private void show(Context request, SignedIn who) {
        Assessment assessment = AssessmentPages.wanted(request, who, assessments);
        Part part = part(request, assessment, Drafts.viewer(who));
        new Shown(request, who, assessment, part).show(assessment.answers(), List.of(), false);
    }

    private void save(Context request, SignedIn who) {
        Assessment assessment = AssessmentPages.wanted(request, who, assessments);
        Viewer viewer = Drafts.viewer(who);
        Part part = part(request, assessment, viewer);
        Saving saving = assessments.path().save(assessment.id(), part, SentForm.version(request), viewer, question -> {
            String typed = typed(request, question);
            return question.equals(Part.DAY) ? RecordCheck.date(typed) : typed;
        });
        switch (saving) {
            case Saving.Done done -> saved(request, who, assessment.id(), part);
            case Saving.NotNow notNow -> work.back(request, AssessmentPages.path(assessment.id()) + "?nicht=jetzt", "");
            case Saving.Clash clash -> {
                Answers typed = clash.now()
                        .answers()
                        .with(part.questions(assessments.lists()), question -> typed(request, question));
                new Shown(request, who, clash.now(), part).show(typed, clash.questions(), true);
            }
        }
    }

    /** What is still missing is told on the page of the assessment; what cannot be right at once. */
    private void saved(Context request, SignedIn who, AssessmentId id, Part part) {
        Assessment now = assessments.get(id.toString(), who);
        boolean isWrong = assessments.gaps(now, part).stream()
                .anyMatch(gap -> gap.why().startsWith("long") || gap.why().equals("no_day"));
        if (isWrong) {
            new Shown(request, who, now, part).show(now.answers(), List.of(), true);
            return;
        }
        work.back(request, AssessmentPages.path(id), "assessment_saved");
    }

    /** One page of the form, as it is answered. */
    private final class Shown {
        private final Context request;
        private final Assessment assessment;
        private final Part part;
        private final WorkFrame frame;
        private final boolean isOpen;

        private Shown(Context request, SignedIn who, Assessment assessment, Part part) {
            this.request = request;
            this.assessment = assessment;
            this.part = part;
            this.frame = work.frame(
                    request,
                    who,
                    "goodpractice.part." + part.path(),
                    assessment.subject().title());
            this.isOpen = assessment.isOpen(part, assessment.steps(Drafts.viewer(who)));
        }

        /**
         * Shows it.
         *
         * @param clashes questions that somebody else has answered in another way meanwhile
         * @param isSent whether it answers a form
         */
        private void show(Answers answers, List<String> clashes, boolean isSent) {
            AnswerPageParts parts = new AnswerPageParts(frame, assessment, assessments, part, answers, clashes);
            List<Fault> faults = isSent ? parts.faults() : List.of();
            work.show(request, "goodpractice/answers", parts.page(isOpen, faults), faults);
        }
    }
}
