package org.praxisdatenbank.practice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PracticePage.CriteriaPart;
import org.praxisdatenbank.practice.PracticePage.Reason;
import org.praxisdatenbank.practice.PracticePage.Story;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/** Makes what a practice says of itself. */
record PracticeBodyParts(Frame frame, Practice practice, Vocabularies vocabularies, LocalDate today) {
    PracticeBody body() {
        return new PracticeBody(
                story(), criteria(), new PracticeFacts(frame, practice, vocabularies).all(), portrait());
    }

    private @Nullable Portrait portrait() {
        @Nullable
        ExampleText description = practice.classification().goodPractice().description();
        return description == null ? null : Portrait.of(description, frame, vocabularies);
    }

    private Story story() {
        @Nullable String description = practice.wording().description();
        return new Story(
                PracticeCard.of(PracticeSummary.of(practice), vocabularies, frame, today),
                Portrait.paragraphs(description),
                ended());
    }

    private @Nullable String ended() {
        Period period = practice.period();
        return period.on(today) == Period.Status.COMPLETED && period.end() instanceof Period.End.On on
                ? PeriodWords.date(frame, on.date())
                : null;
    }

    private @Nullable CriteriaPart criteria() {
        Classification classification = practice.classification();
        GoodPractice passed = classification.goodPractice();
        if (!passed.isExample() && classification.criteria().isEmpty()) {
            return null;
        }
        return new CriteriaPart(
                passed.isExample(),
                passed.year() == null ? null : String.valueOf(passed.year()),
                classification.criteria().stream()
                        .sorted(Comparator.comparingInt(this::position))
                        .map(this::reason)
                        .toList());
    }

    private int position(Fulfilment fulfilment) {
        return vocabularies.find(fulfilment.criterion()).map(Term::position).orElse(Integer.MAX_VALUE);
    }

    private Reason reason(Fulfilment fulfilment) {
        TermId criterion = fulfilment.criterion();
        @Nullable Integer level = fulfilment.level();
        @Nullable String note = fulfilment.note();
        return new Reason(
                "/kriterien/" + criterion.value(),
                vocabularies.label(criterion, frame.language()),
                level == null ? null : level(criterion, level),
                note == null ? null : sentence(note));
    }

    /** "Level 3 of 5" only where the ladder is known: its length is part of what the level means. */
    private String level(TermId criterion, int level) {
        OptionalInt steps = vocabularies.criteria().stream()
                .filter(known -> known.term().id().equals(criterion))
                .map(Criterion::steps)
                .findFirst()
                .orElse(OptionalInt.empty());
        return steps.isPresent() && level <= steps.getAsInt()
                ? frame.text("practice.level.of", level, steps.getAsInt())
                : frame.text("practice.level", level);
    }

    /** Reasons are often jotted down; on the page each stands alone. */
    private static String sentence(String note) {
        int first = note.offsetByCodePoints(0, 1);
        return note.substring(0, first).toUpperCase(Locale.GERMAN)
                + note.substring(first)
                + (endsSentence(note) ? "" : ".");
    }

    static boolean endsSentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") || text.endsWith("…");
    }
}
