package org.praxisdatenbank.goodpractice;

import java.util.List;
import java.util.stream.Stream;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.review.Drafts;
import org.praxisdatenbank.review.Standing;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Assessments as people meet them: only those that they may see. Safe for use by any thread. */
public final class Assessments {
    /** There are some hundred examples in the whole country. */
    private static final int MOST_LISTED = 1_000;

    private final AssessmentStore store;
    private final AssessmentStepStore steps;
    private final AssessmentPathStore path;
    private final PracticeStore practices;
    private final Vocabularies lists;

    public Assessments(Database database, Vocabularies lists) {
        this.store = new AssessmentStore(database.jdbi());
        this.steps = new AssessmentStepStore(database.jdbi());
        this.path = new AssessmentPathStore(database.jdbi(), lists);
        this.practices = new PracticeStore(database.jdbi());
        this.lists = lists;
    }

    /** Raises {@link Problem.NotFound} where there is none that they may see. */
    Assessment get(String id, SignedIn who) {
        return AssessmentId.parse(id)
                .flatMap(store::find)
                .filter(found -> found.steps(Drafts.viewer(who)).contains(Step.SEE))
                .orElseThrow(() -> new Problem.NotFound("assessment", id).raise());
    }

    /** Those that they may see, those under way first. */
    List<Assessment> of(SignedIn who) {
        return store.all(MOST_LISTED).stream()
                .filter(found -> found.steps(Drafts.viewer(who)).contains(Step.SEE))
                .toList();
    }

    /** The published practice that they may propose; raises {@link Problem.NotFound} or {@link Problem.Gone} else. */
    Practice proposable(String id, SignedIn who) {
        Practice practice = practices
                .get(PracticeId.of(id).orElseThrow(() -> new Problem.NotFound("practice", id).raise()))
                .practice();
        List<String> states = practice.classification().terms(Vocabulary.STATE).stream()
                .map(TermId::value)
                .toList();
        boolean mayPropose = Step.of(
                        Standing.of(Drafts.viewer(who), practice.carrier().provider(), states, null), Stage.CHECKLIST)
                .contains(Step.ADVANCE);
        if (!mayPropose) {
            throw new Problem.NotFound("practice", id).raise();
        }
        return practice;
    }

    List<Gap> gaps(Assessment assessment, Part part) {
        return Gap.of(part, assessment.answers(), lists);
    }

    /** What keeps all parts that have been reached from being complete. */
    List<Gap> gaps(Assessment assessment) {
        return Stream.of(Part.values())
                .filter(part -> part.stage().compareTo(assessment.stage()) <= 0)
                .flatMap(part -> gaps(assessment, part).stream())
                .toList();
    }

    AssessmentStore store() {
        return store;
    }

    AssessmentStepStore steps() {
        return steps;
    }

    AssessmentPathStore path() {
        return path;
    }

    Vocabularies lists() {
        return lists;
    }
}
