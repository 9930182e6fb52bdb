package org.praxisdatenbank.goodpractice;

import static org.praxisdatenbank.account.WorkPages.ALL;
import static org.praxisdatenbank.account.WorkPages.REVIEWERS;
import static org.praxisdatenbank.account.WorkPages.typed;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.review.Note;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;

/** Which practices are on their way to be Good Practice examples, and the proposal of another one. */
public final class AssessmentsPages implements Routes {
    static final String PATH = "/verwaltung/good-practice";
    private static final String NEW = PATH + "/neu";
    private static final String PRACTICE = "angebot";

    private final WorkPages work;
    private final Assessments assessments;

    public AssessmentsPages(WorkPages work, Assessments assessments) {
        this.work = work;
        this.assessments = assessments;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, ALL, this::list);
        work.get(server, NEW, REVIEWERS, this::ask);
        work.post(server, NEW, REVIEWERS, this::propose);
    }

    private void list(Context request, SignedIn who) {
        WorkFrame frame = work.frame(request, who, "goodpractice.list");
        List<Assessment> all = assessments.of(who);
        work.show(
                request,
                "goodpractice/list",
                new ListPage(
                        frame,
                        all.stream()
                                .filter(found -> found.stage().isOpen())
                                .map(found -> row(frame, found))
                                .toList(),
                        all.stream()
                                .filter(found -> !found.stage().isOpen())
                                .map(found -> row(frame, found))
                                .toList()));
    }

    private static Row row(WorkFrame frame, Assessment assessment) {
        return new Row(
                AssessmentPages.path(assessment.id()),
                assessment.subject().title(),
                assessment.stage().id(),
                frame.frame().moment(assessment.changed()));
    }

    private void ask(Context request, SignedIn who) {
        String wanted = Optional.ofNullable(request.queryParam(PRACTICE)).orElse("");
        Practice practice = assessments.proposable(wanted, who);
        Optional<AssessmentId> underWay = assessments.store().underWay(practice.id());
        if (underWay.isPresent()) {
            work.back(request, AssessmentPages.path(underWay.get()), "");
            return;
        }
        show(request, who, practice, List.of());
    }

    private void show(Context request, SignedIn who, Practice practice, List<Fault> faults) {
        WorkFrame frame =
                work.frameAt(NEW + "?" + PRACTICE + "=" + practice.id().value(), request, who, "goodpractice.propose");
        work.show(
                request,
                "goodpractice/propose",
                new ProposePage(
                        frame,
                        practice.id().value(),
                        practice.wording().title(),
                        PracticePages.path(practice.id()),
                        typed(request, Note.FIELD),
                        faults),
                faults);
    }

    private void propose(Context request, SignedIn who) {
        Practice practice = assessments.proposable(typed(request, PRACTICE), who);
        Note note = new Note(typed(request, Note.FIELD));
        Optional<String> wrong = note.fault(true);
        if (wrong.isPresent()) {
            WorkFrame frame = work.frame(request, who, "goodpractice.propose");
            show(request, who, practice, List.of(new Fault(Note.FIELD, frame.text(wrong.get()))));
            return;
        }
        AssessmentId id = assessments
                .store()
                .propose(
                        practice.id(),
                        WorkPages.doer(request, who),
                        who.account().id(),
                        note.text());
        work.back(request, AssessmentPages.path(id), "assessment_propose");
    }

    /**
     * Those that somebody may see.
     *
     * @param open under way
     * @param ended published or declined
     */
    public record ListPage(WorkFrame work, List<Row> open, List<Row> ended) {
        public ListPage {
            open = List.copyOf(open);
            ended = List.copyOf(ended);
        }
    }

    /** An assessment in a list. */
    public record Row(String path, String title, String stage, String changed) {}

    /**
     * A proposal.
     *
     * @param practice id
     * @param path of the practice's page
     * @param note as it was typed
     */
    public record ProposePage(
            WorkFrame work, String practice, String title, String path, String note, List<Fault> faults) {
        public ProposePage {
            faults = List.copyOf(faults);
        }
    }
}
