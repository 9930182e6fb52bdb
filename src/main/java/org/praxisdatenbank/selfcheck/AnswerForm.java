package org.praxisdatenbank.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Typed;

/** The answers as fields of a form: {@code name}, and for each criterion {@code stage.ID} and {@code evidence.ID}. */
final class AnswerForm {
    static final String NAME = "name";
    private static final String STAGE = "stage.";
    static final String EVIDENCE = "evidence.";

    private final QueryString fields;
    private final Frame frame;
    private final List<Fault> faults = new ArrayList<>();

    private AnswerForm(QueryString fields, Frame frame) {
        this.fields = fields;
        this.frame = frame;
    }

    /** What was typed, all of it, and what is wrong with it. Fields that are missing are empty. */
    static Submission read(QueryString fields, List<Criterion> criteria, Frame frame) {
        AnswerForm form = new AnswerForm(fields, frame);
        String name = form.name();
        List<Answer> answers = criteria.stream().map(form::answer).toList();
        return new Submission(new SelfCheck(name, answers), form.faults);
    }

    static String stageName(Criterion criterion) {
        return STAGE + id(criterion);
    }

    static String evidenceName(Criterion criterion) {
        return EVIDENCE + id(criterion);
    }

    /** The {@code id} of the element that chooses a stage. */
    static String stageId(Criterion criterion, Stage stage) {
        return "stage-" + id(criterion) + "-" + stage.code();
    }

    /** The {@code id} of the element that takes the evidence. */
    static String evidenceId(String criterion) {
        return "evidence-" + criterion;
    }

    private String name() {
        String name = typed(NAME).replace('\n', ' ');
        int length = Typed.length(name);
        if (length > SelfCheck.NAME_LENGTH) {
            faults.add(new Fault(NAME, frame.text("selfcheck.fault.name", SelfCheck.NAME_LENGTH, length)));
        }
        return name;
    }

    private Answer answer(Criterion criterion) {
        return new Answer(criterion, stage(criterion), evidence(criterion));
    }

    private Stage stage(Criterion criterion) {
        Optional<Stage> stage = Stage.of(typed(stageName(criterion)), Answer.levels(criterion));
        if (stage.isEmpty()) {
            String field = stageId(criterion, new Stage.NotBegun());
            faults.add(new Fault(field, frame.text("selfcheck.fault.stage", label(criterion))));
        }
        return stage.orElseGet(Stage.Open::new);
    }

    private String evidence(Criterion criterion) {
        String evidence = typed(evidenceName(criterion));
        int length = Typed.length(evidence);
        if (length > Answer.EVIDENCE_LENGTH) {
            faults.add(new Fault(
                    evidenceId(id(criterion)),
                    frame.text("selfcheck.fault.evidence", label(criterion), Answer.EVIDENCE_LENGTH, length)));
        }
        return evidence;
    }

    private String typed(String field) {
        return fields.last(field).map(Typed::clean).orElse("");
    }

    private String label(Criterion criterion) {
        return criterion.term().label(frame.language());
    }

    private static String id(Criterion criterion) {
        return criterion.term().id().value();
    }
}
