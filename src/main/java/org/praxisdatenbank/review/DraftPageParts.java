package org.praxisdatenbank.review;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticePages;
import org.praxisdatenbank.review.DraftPage.Around;
import org.praxisdatenbank.review.DraftPage.GapRow;
import org.praxisdatenbank.review.DraftPage.NearRow;
import org.praxisdatenbank.review.DraftPage.PartRow;
import org.praxisdatenbank.review.DraftPage.Place;
import org.praxisdatenbank.review.DraftPage.StepRow;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.web.Fault;

/** Puts the page of a working copy together. */
record DraftPageParts(WorkFrame work, Draft draft, Drafts drafts, Viewer viewer) {
    DraftPage page(boolean isOvertaken, String note, List<Fault> faults) {
        List<Gap> gaps = drafts.gaps(draft);
        return new DraftPage(
                work,
                place(isOvertaken, note),
                draft.steps(viewer).stream().map(Step::id).collect(Collectors.toSet()),
                Arrays.stream(Part.values()).map(part -> part(part, gaps)).toList(),
                around(gaps),
                faults);
    }

    private Place place(boolean isOvertaken, String note) {
        @Nullable PracticeId practice = draft.origin().practice();
        return new Place(
                DraftPages.path(draft.id()),
                draft.version(),
                draft.stage().id(),
                practice == null || !draft.isRevision() ? null : PracticePages.path(practice),
                isOvertaken,
                note);
    }

    private PartRow part(Part part, List<Gap> gaps) {
        return new PartRow(
                PartPages.path(draft, part),
                part.id(),
                part.number(),
                gaps.stream()
                        .filter(gap -> gap.field().part() == part)
                        .map(this::row)
                        .toList());
    }

    private GapRow row(Gap gap) {
        String field = gap.field().id();
        String why =
                switch (gap.kind()) {
                    case MISSING -> work.text("review.missing." + field);
                    case WRONG -> work.text("review.wrong." + field);
                    case ADVISED -> work.text("review.advised." + field);
                };
        return new GapRow(field, work.text("revision.field." + field), why, gap.isInTheWay());
    }

    private Around around(List<Gap> gaps) {
        int all = Field.values().length;
        return new Around(
                all - gaps.size(),
                all,
                drafts.near().to(draft).stream().map(DraftPageParts::row).toList(),
                drafts.steps().of(draft.id()).stream().map(this::row).toList());
    }

    static NearRow row(NearStore.Near near) {
        String where = Stream.of(near.provider(), near.place())
                .flatMap(Stream::ofNullable)
                .collect(joining(", "));
        return new NearRow(PracticePages.path(near.id()), near.title(), where);
    }

    private StepRow row(StepStore.Past past) {
        @Nullable String name = past.name();
        return new StepRow(
                past.step(),
                work.frame().moment(past.made()),
                name == null ? work.text(past.isByLetter() ? "review.by_letter" : "audit.erased") : name,
                past.note());
    }
}
