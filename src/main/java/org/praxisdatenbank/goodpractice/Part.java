package org.praxisdatenbank.goodpractice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** What is asked in an assessment; a page each, reached at its stage. */
enum Part {
    CHECKLIST(Stage.CHECKLIST, "checkliste"),
    INTERVIEW(Stage.INTERVIEW, "interview"),
    DESCRIPTION(Stage.DESCRIPTION, "beschreibung");

    /** How far a criterion is fulfilled: 0 (not at all) to 5. */
    static final String LEVEL = "level.";
    /** Why, for the public. */
    static final String REASON = "reason.";
    /** By what it can be seen: documents, figures, observations. */
    static final String EVIDENCE = "evidence.";
    /** What others can learn from how it fulfils a criterion. */
    static final String DEPTH = "depth.";

    static final String DAY = "day";
    static final String LITERATURE = "literature";

    private static final List<String> GUIDE =
            List.of(DAY, "partners", "beginning", "people", "doing", "obstacles", "effects", "advice");
    private static final List<String> BEFORE = List.of("background", "approach");
    private static final List<String> AFTER = List.of("lessons", LITERATURE);

    private final Stage stage;
    private final String path;

    Part(Stage stage, String path) {
        this.stage = stage;
        this.path = path;
    }

    /** From which on it can be answered. */
    Stage stage() {
        return stage;
    }

    /** In addresses. */
    String path() {
        return path;
    }

    static Optional<Part> of(String path) {
        return Arrays.stream(values()).filter(part -> part.path.equals(path)).findFirst();
    }

    /** The questions that are asked once, before those for each criterion. */
    List<String> before() {
        return switch (this) {
            case CHECKLIST -> List.of();
            case INTERVIEW -> GUIDE;
            case DESCRIPTION -> BEFORE;
        };
    }

    /** The questions that are asked once, after those for each criterion. */
    List<String> after() {
        return this == DESCRIPTION ? AFTER : List.of();
    }

    /** What the names of the questions for each criterion begin with. */
    List<String> ofCriterion() {
        return switch (this) {
            case CHECKLIST -> List.of(LEVEL, REASON, EVIDENCE);
            case INTERVIEW -> List.of();
            case DESCRIPTION -> List.of(DEPTH);
        };
    }

    /** The names of all its questions. */
    List<String> questions(Vocabularies lists) {
        Stream<String> criteria = lists.criteria().stream().map(Part::id).flatMap(criterion -> ofCriterion().stream()
                .map(question -> question + criterion));
        return Stream.of(before().stream(), criteria, after().stream())
                .flatMap(questions -> questions)
                .toList();
    }

    static String id(Criterion criterion) {
        return criterion.term().id().value();
    }
}
