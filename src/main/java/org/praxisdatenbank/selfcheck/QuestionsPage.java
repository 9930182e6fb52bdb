package org.praxisdatenbank.selfcheck;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;

/**
 * The twelve questions, with what has been answered so far.
 *
 * @param name of the practice, as typed
 */
public record QuestionsPage(Frame frame, String name, List<Question> questions, List<Fault> faults) {
    public QuestionsPage {
        questions = List.copyOf(questions);
        faults = List.copyOf(faults);
    }

    /** The longest name, in characters. */
    public int nameLength() {
        return SelfCheck.NAME_LENGTH;
    }

    /** The longest evidence, in characters. */
    public int evidenceLength() {
        return Answer.EVIDENCE_LENGTH;
    }

    static QuestionsPage of(Frame frame, Submission sent) {
        List<Answer> answers = sent.check().answers();
        return new QuestionsPage(
                frame,
                sent.check().name(),
                IntStream.range(0, answers.size())
                        .mapToObj(place -> question(frame, place + 1, answers.get(place)))
                        .toList(),
                sent.faults());
    }

    private static Question question(Frame frame, int number, Answer answer) {
        Criterion criterion = answer.criterion();
        return new Question(
                answer.id(),
                number,
                Spoken.name(answer, frame),
                criterion.isBasic(),
                new Choices(
                        AnswerForm.stageName(criterion),
                        frame.text("selfcheck.scale", answer.levels()),
                        Answer.choices(criterion).stream()
                                .map(stage -> choice(frame, answer, stage))
                                .toList()),
                answer.evidence());
    }

    private static Choice choice(Frame frame, Answer answer, Stage stage) {
        return new Choice(
                AnswerForm.stageId(answer.criterion(), stage),
                stage.code(),
                stage instanceof Stage.Reached reached
                        ? frame.text("practice.level", reached.level())
                        : Spoken.stage(new Answer(answer.criterion(), stage, ""), frame),
                title(answer.criterion(), stage),
                stage.equals(answer.stage()));
    }

    private static @Nullable String title(Criterion criterion, Stage stage) {
        if (!(stage instanceof Stage.Reached reached)) {
            return null;
        }
        for (Criterion.Level level : criterion.levels()) {
            if (level.number() == reached.level()) {
                return level.title();
            }
        }
        return null;
    }

    /** What is wrong with a field; null: nothing. */
    public @Nullable String fault(String field) {
        for (Fault fault : faults) {
            if (fault.field().equals(field)) {
                return fault.text();
            }
        }
        return null;
    }

    /**
     * One criterion.
     *
     * @param id of the criterion
     * @param number place in the current edition
     * @param evidence as typed
     */
    public record Question(String id, int number, String name, boolean isBasic, Choices choices, String evidence) {
        /** Name of the field for the evidence. */
        public String evidenceName() {
            return AnswerForm.EVIDENCE + id;
        }

        /** Its {@code id}. */
        public String evidenceId() {
            return AnswerForm.evidenceId(id);
        }
    }

    /**
     * What can be chosen.
     *
     * @param name of the field
     * @param scale what the numbers of the levels mean
     */
    public record Choices(String name, String scale, List<Choice> all) {
        public Choices {
            all = List.copyOf(all);
        }
    }

    /**
     * One choice.
     *
     * @param id of the element
     * @param title what the level is called, in German; null: nobody has told us, or it is no level
     */
    public record Choice(String id, String value, String label, @Nullable String title, boolean isChosen) {}
}
