package org.praxisdatenbank.practice;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.PracticePage.Citation;
import org.praxisdatenbank.practice.PracticePage.CriteriaPart;
import org.praxisdatenbank.practice.PracticePage.Entry;
import org.praxisdatenbank.practice.PracticePage.Reason;
import org.praxisdatenbank.practice.PracticePage.Similar;
import org.praxisdatenbank.practice.PracticePage.Standing;
import org.praxisdatenbank.practice.PracticePage.Story;
import org.praxisdatenbank.vocabulary.Criterion;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;

/** Puts a practice's page together. */
record PracticePageParts(Frame frame, StoredPractice stored, Vocabularies vocabularies, LocalDate today) {
    /** Terms that are named for a similar practice. */
    private static final int MOST_SHARED = 5;

    PracticePage page(List<SimilarPractice> similar) {
        return new PracticePage(
                frame,
                story(),
                criteria(),
                new PracticeFacts(frame, practice(), vocabularies).all(),
                standing(),
                similar.stream().map(this::similar).toList());
    }

    private Similar similar(SimilarPractice other) {
        String terms = other.terms().stream()
                .map(term -> vocabularies.label(term, frame.language()))
                .distinct()
                .limit(MOST_SHARED)
                .collect(joining(", "));
        return new Similar(card(other.practice()), terms, String.join(", ", other.words()));
    }

    private Practice practice() {
        return stored.practice();
    }

    private PracticeCard card(PracticeSummary summary) {
        return PracticeCard.of(summary, vocabularies, frame, today);
    }

    Story story() {
        @Nullable String description = practice().wording().description();
        return new Story(
                card(PracticeSummary.of(practice())),
                description == null ? List.of() : paragraphs(description),
                ended());
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private @Nullable String ended() {
        Period period = practice().period();
        return period.on(today) == Period.Status.COMPLETED && period.end() instanceof Period.End.On on
                ? PeriodWords.date(frame, on.date())
                : null;
    }

    @Nullable
    CriteriaPart criteria() {
        Classification classification = practice().classification();
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

    private static boolean endsSentence(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") || text.endsWith("…");
    }

    private Standing standing() {
        String permanentUrl = frame.absolute(PracticePages.path(stored.id()));
        @Nullable LocalDate confirmed = practice().provenance().confirmed();
        return new Standing(
                source(),
                frame.date(stored.updated()),
                confirmed == null ? null : frame.date(confirmed),
                new Citation(permanentUrl, citation(permanentUrl), PracticeApi.path(stored.id())),
                offices(),
                new PracticeJsonLd(practice(), permanentUrl, vocabularies).content());
    }

    private String citation(String permanentUrl) {
        String title = practice().wording().title();
        return frame.text(
                "practice.citation",
                endsSentence(title) ? title : title + ".",
                frame.date(stored.updated()),
                permanentUrl,
                frame.date(today));
    }

    private @Nullable Entry source() {
        Provenance provenance = practice().provenance();
        @Nullable TermId origin = provenance.origin();
        @Nullable String address = provenance.sourceUrl();
        if (origin == null) {
            return address == null ? null : new Entry(address, address, true);
        }
        return new Entry(vocabularies.label(origin, frame.language()), address, address != null);
    }

    private List<Entry> offices() {
        List<TermId> states = practice().classification().terms(Vocabulary.STATE);
        return vocabularies.states().stream()
                .filter(state -> states.contains(state.term().id()))
                .map(state -> new Entry(
                        frame.text("practice.office", state.term().label(frame.language())),
                        "/laender/" + state.path(),
                        false))
                .toList();
    }
}
