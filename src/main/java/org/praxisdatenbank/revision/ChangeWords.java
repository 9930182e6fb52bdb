package org.praxisdatenbank.revision;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.practice.PeriodWords;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.revision.RevisionPage.Change;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Frame;

/** Says in the page's language what has changed. */
record ChangeWords(Frame frame, Vocabularies vocabularies) {
    /** {@code Kurzbeschreibung}, by the field's name in the record format. */
    String field(String field) {
        int dot = field.indexOf('.');
        if (dot > 0) {
            return field(field.substring(0, dot)) + ": " + part(field.substring(dot + 1));
        }
        return RecordFields.ALL.contains(field) ? frame.text("revision.field." + field) : field;
    }

    /** @param part of a description: a name in the record format, or the id of a criterion */
    private String part(String part) {
        return switch (part) {
            case "background", "approach", "lessons", "literature" -> frame.text("portrait." + part);
            default -> label(Vocabulary.CRITERION, part);
        };
    }

    Change change(FieldChange change) {
        return switch (change) {
            case FieldChange.OfValue value ->
                new Change(
                        field(value.field()),
                        value(value.field(), value.before()),
                        value(value.field(), value.after()),
                        List.of(),
                        null);
            case FieldChange.OfText text ->
                new Change(field(text.field()), List.of(), List.of(), Excerpt.of(text.fragments()), null);
            case FieldChange.OfList list -> list(list);
            case FieldChange.OfCriterion criterion -> criterion(criterion);
        };
    }

    private Change list(FieldChange.OfList list) {
        boolean isReordered = list.removed().isEmpty() && list.added().isEmpty();
        return new Change(
                field(list.field()),
                labels(list.field(), list.removed()),
                labels(list.field(), list.added()),
                List.of(),
                isReordered ? frame.text("revision.reordered") : null);
    }

    private List<String> labels(String field, List<String> ids) {
        return ids.stream()
                .map(id -> Arrays.stream(RecordList.values())
                        .filter(list -> list.field().equals(field))
                        .findFirst()
                        .map(list -> label(list.vocabulary(), id))
                        .orElse(id))
                .toList();
    }

    private Change criterion(FieldChange.OfCriterion change) {
        String label = frame.text("revision.criterion", label(Vocabulary.CRITERION, change.criterion()));
        @Nullable Fulfilment before = change.before();
        @Nullable Fulfilment after = change.after();
        if (before == null || after == null) {
            return new Change(
                    label,
                    before == null ? List.of() : List.of(named(before)),
                    after == null ? List.of() : List.of(named(after)),
                    change.note(),
                    null);
        }
        boolean isSameLevel = String.valueOf(before.level()).equals(String.valueOf(after.level()));
        return new Change(
                label,
                isSameLevel ? List.of() : level(before).toList(),
                isSameLevel ? List.of() : level(after).toList(),
                change.note(),
                null);
    }

    private String named(Fulfilment fulfilment) {
        return level(fulfilment).findFirst().orElseGet(() -> frame.text("revision.criterion.named"));
    }

    private Stream<String> level(Fulfilment fulfilment) {
        return Stream.ofNullable(fulfilment.level()).map(level -> frame.text("practice.level", level));
    }

    /** None where nothing was stated. */
    private List<String> value(String field, @Nullable String value) {
        if (value == null) {
            return List.of();
        }
        return List.of(
                switch (field) {
                    case "type" -> label(Vocabulary.TYPE, value);
                    case "origin" -> label(Vocabulary.ORIGIN, value);
                    case "good_practice" -> frame.text(value.equals("true") ? "revision.yes" : "revision.no");
                    case "start", "end", "confirmed" ->
                        PartialDate.of(value)
                                .map(date -> PeriodWords.date(frame, date))
                                .orElseGet(() -> frame.text("revision.open"));
                    default -> value;
                });
    }

    private String label(Vocabulary list, String id) {
        return vocabularies.label(new TermId(list, id), frame.language());
    }
}
