package org.praxisdatenbank.practice;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticePage.Citation;
import org.praxisdatenbank.practice.PracticePage.Entry;
import org.praxisdatenbank.practice.PracticePage.Similar;
import org.praxisdatenbank.practice.PracticePage.Standing;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;

/** Puts a practice's page together. */
record PracticePageParts(Frame frame, StoredPractice stored, Vocabularies vocabularies, LocalDate today) {
    /** Terms that are named for a similar practice. */
    private static final int MOST_SHARED = 5;

    PracticePage page(boolean hasContact, List<SimilarPractice> similar) {
        return new PracticePage(
                frame,
                PracticeBody.of(practice(), frame, vocabularies, today),
                standing(),
                hasContact ? frame.link(PracticePages.contactPath(stored.id())) : null,
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

    private Standing standing() {
        String permanentUrl = frame.absolute(PracticePages.path(stored.id()));
        @Nullable LocalDate confirmed = practice().provenance().confirmed();
        return new Standing(
                source(),
                frame.text("practice.revision", String.valueOf(stored.version()), frame.date(stored.updated())),
                frame.link(PracticePages.historyPath(stored.id())),
                confirmed == null
                        ? frame.text("practice.confirmed.none")
                        : frame.text("practice.confirmed", frame.date(confirmed), freshness(confirmed)),
                completeness(),
                new Citation(permanentUrl, citation(permanentUrl), PracticeApi.path(stored.id())),
                offices(),
                new PracticeJsonLd(practice(), permanentUrl, vocabularies).content());
    }

    private String freshness(LocalDate confirmed) {
        return frame.text("practice.freshness." + Freshness.of(confirmed, today).id());
    }

    private String completeness() {
        return frame.text("practice.completeness." + Completeness.of(practice()).id());
    }

    private String citation(String permanentUrl) {
        String title = practice().wording().title();
        return frame.text(
                "practice.citation",
                PracticeBodyParts.endsSentence(title) ? title : title + ".",
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
