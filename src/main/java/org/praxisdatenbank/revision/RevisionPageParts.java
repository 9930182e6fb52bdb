package org.praxisdatenbank.revision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeApi;
import org.praxisdatenbank.practice.PracticeBody;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.revision.RevisionPage.Change;
import org.praxisdatenbank.revision.RevisionPage.Citation;
import org.praxisdatenbank.revision.RevisionPage.Links;
import org.praxisdatenbank.revision.RevisionPage.Notice;
import org.praxisdatenbank.revision.RevisionPage.Numbered;
import org.praxisdatenbank.revision.RevisionPage.Place;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/** Puts the page of one revision together. */
record RevisionPageParts(Frame frame, Histories.State state, Vocabularies vocabularies, LocalDate today) {
    RevisionPage page() {
        Practice practice = state.kept().practice();
        return new RevisionPage(
                frame,
                practice.wording().title(),
                place(),
                PracticeBody.of(practice, frame, vocabularies, today),
                state.before() == null ? null : changes());
    }

    private List<Change> changes() {
        ChangeWords words = new ChangeWords(frame, vocabularies);
        return state.changes().stream().map(words::change).toList();
    }

    private Place place() {
        PracticeId id = state.present().id();
        String path = RevisionUrl.revision(id, revision().number());
        return new Place(
                notice(),
                name(revision().number()),
                List.of(
                        frame.text("revision.made", frame.date(revision().made())),
                        frame.text("revision.by." + revision().madeBy().id())),
                links(id),
                new Citation(
                        frame.absolute(path),
                        PracticeApi.path(id) + "/revisions/" + revision().number()));
    }

    private Revision revision() {
        return state.kept().revision();
    }

    private Notice notice() {
        String number = String.valueOf(revision().number());
        String day = frame.date(revision().made());
        if (state.isPresent()) {
            return new Notice(
                    true, frame.text("revision.present.title", number), frame.text("revision.present.detail", day));
        }
        return new Notice(
                false,
                frame.text("revision.old.title", number, day),
                frame.text(
                        revision().isPublished() ? "revision.old.detail" : "revision.old.withdrawn",
                        String.valueOf(state.present().version()),
                        frame.date(state.present().updated())));
    }

    private Links links(PracticeId id) {
        @Nullable Kept before = state.before();
        return new Links(
                PracticePages.path(id),
                PracticePages.historyPath(id),
                before == null ? null : numbered(id, before.revision().number()),
                state.isPresent() ? null : numbered(id, revision().number() + 1));
    }

    private Numbered numbered(PracticeId id, long number) {
        return new Numbered(RevisionUrl.revision(id, number), name(number));
    }

    private String name(long number) {
        return frame.text("revision.number", String.valueOf(number));
    }
}
