package org.praxisdatenbank.revision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.revision.RevisionStore.Event;
import org.praxisdatenbank.revision.RevisionStore.Listed;
import org.praxisdatenbank.revision.RevisionsPage.Link;
import org.praxisdatenbank.revision.RevisionsPage.Row;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Frame;

/** Puts the list of revisions together. */
record RevisionsPageParts(Frame frame, Vocabularies vocabularies) {
    RevisionsPage page(Histories.History history) {
        PracticeId id = history.present().id();
        @Nullable Long next = history.next();
        return new RevisionsPage(
                frame,
                new Link(
                        PracticePages.path(id),
                        history.present().practice().wording().title()),
                history.revisions().stream().map(listed -> row(id, listed)).toList(),
                next == null ? null : frame.link(RevisionUrl.list(id, next)));
    }

    private Row row(PracticeId id, Listed listed) {
        Revision revision = listed.revision();
        ChangeWords words = new ChangeWords(frame, vocabularies);
        return new Row(
                new Link(
                        RevisionUrl.revision(id, revision.number()),
                        frame.text("revision.number", String.valueOf(revision.number()))),
                frame.date(revision.made()),
                event(listed),
                frame.text("revision.by." + revision.madeBy().id()),
                listed.changed().stream().map(words::field).toList());
    }

    private String event(Listed listed) {
        boolean isNew = listed.event() == Event.FIRST && listed.revision().number() == 1;
        return frame.text(
                isNew
                        ? "revision.event.new"
                        : "revision.event." + listed.event().name().toLowerCase(Locale.ROOT));
    }
}
