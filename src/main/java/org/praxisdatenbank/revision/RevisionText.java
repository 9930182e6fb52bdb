package org.praxisdatenbank.revision;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.revision.RevisionStore.Listed;

/** Revisions as lines for a terminal, with the field names of the record format; times are in UTC. */
public final class RevisionText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private RevisionText() {}

    /** {@code 3  2026-11-22 09:30:00Z  import  title, summary}. */
    public static String line(Listed listed) {
        Revision revision = listed.revision();
        String changed =
                switch (listed.event()) {
                    case FIRST -> revision.number() == 1 ? "new" : "oldest kept";
                    case CHANGED -> String.join(", ", listed.changed());
                    case WITHDRAWN -> "withdrawn";
                    case PUBLISHED_AGAIN ->
                        Stream.concat(Stream.of("published again"), listed.changed().stream())
                                .collect(joining(", "));
                };
        return "%d  %s  %s  %s"
                .formatted(
                        revision.number(),
                        TIME.format(revision.made()),
                        revision.madeBy().id(),
                        changed);
    }

    /**
     * What a revision changed: {@code [-taken out-]} and {@code {+put in+}}.
     *
     * @param before empty: nothing is kept of what was before
     */
    public static List<String> lines(Kept kept, Optional<Kept> before) {
        Revision revision = kept.revision();
        List<String> lines = new ArrayList<>();
        lines.add("revision %d of %s, %s, %s, %s"
                .formatted(
                        revision.number(),
                        kept.practice().id().value(),
                        TIME.format(revision.made()),
                        revision.madeBy().id(),
                        revision.isPublished() ? "published" : "withdrawn"));
        before.map(old -> RecordDifference.between(old.practice(), kept.practice()))
                .orElse(List.of())
                .forEach(change -> lines.add(change.field() + ": " + text(change)));
        return lines;
    }

    private static String text(FieldChange change) {
        return switch (change) {
            case FieldChange.OfValue value -> marked(value.before(), value.after());
            case FieldChange.OfText text -> marked(Excerpt.of(text.fragments()));
            case FieldChange.OfList list
            when list.removed().isEmpty() && list.added().isEmpty() -> "another order";
            case FieldChange.OfList list ->
                Stream.concat(
                                list.removed().stream().map(RevisionText::removed),
                                list.added().stream().map(RevisionText::added))
                        .collect(joining(" "));
            case FieldChange.OfCriterion criterion ->
                criterion.criterion() + " " + marked(level(criterion.before()), level(criterion.after())) + " "
                        + marked(Excerpt.of(criterion.note()));
        };
    }

    private static @Nullable String level(@Nullable Fulfilment fulfilment) {
        if (fulfilment == null) {
            return null;
        }
        return fulfilment.level() == null ? "without level" : "level " + fulfilment.level();
    }

    private static String marked(@Nullable String before, @Nullable String after) {
        if (before != null && before.equals(after)) {
            return before;
        }
        return Stream.concat(
                        Stream.ofNullable(before).map(RevisionText::removed),
                        Stream.ofNullable(after).map(RevisionText::added))
                .collect(joining(" "));
    }

    private static String marked(List<Fragment> fragments) {
        return fragments.stream()
                .map(fragment -> switch (fragment.kind()) {
                    case SAME -> fragment.text();
                    case REMOVED -> removed(fragment.text());
                    case ADDED -> added(fragment.text());
                })
                .collect(joining());
    }

    private static String removed(String text) {
        return "[-" + text + "-]";
    }

    private static String added(String text) {
        return "{+" + text + "+}";
    }
}
