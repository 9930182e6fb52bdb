package org.praxisdatenbank.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.PartialDate;
import org.praxisdatenbank.practice.Period;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeJson.RecordList;
import org.praxisdatenbank.practice.Provenance;

/** What a practice has in one column of a table. */
sealed interface CellValue {
    /** As a table without types shows it; empty: nothing. */
    String text();

    /** Nothing is stated. */
    record Empty() implements CellValue {
        @Override
        public String text() {
            return "";
        }
    }

    /** @param text protected from being taken for a formula, see {@link Cells} */
    record Text(String text) implements CellValue {}

    /** A number. */
    record Whole(int number) implements CellValue {
        @Override
        public String text() {
            return String.valueOf(number);
        }
    }

    /** True or false. */
    record Flag(boolean isTrue) implements CellValue {
        @Override
        public String text() {
            return String.valueOf(isTrue);
        }
    }

    /** A day. */
    record Day(LocalDate date) implements CellValue {
        @Override
        public String text() {
            return date.toString();
        }
    }

    static CellValue of(Practice practice, Column column) {
        return switch (column) {
            case ID -> of(practice.id().value());
            case TITLE -> of(practice.wording().title());
            case SUMMARY -> of(practice.wording().summary());
            case DESCRIPTION -> of(practice.wording().description());
            case PROVIDER -> of(practice.carrier().provider());
            case PLACE -> of(practice.carrier().place());
            case POSTAL_CODE -> of(practice.carrier().postalCode());
            case START -> of(practice.period().start());
            case END -> of(practice.period().end());
            case WEBSITE, SOURCE_URL, ORIGIN, CONFIRMED -> of(practice.provenance(), column);
            default -> of(practice.classification(), column);
        };
    }

    private static CellValue of(@Nullable String text) {
        return text == null || text.isEmpty() ? new Empty() : new Text(Cells.guarded(text));
    }

    private static CellValue of(Classification classification, Column column) {
        return switch (column) {
            case TYPE -> of(classification.type().value());
            case CRITERIA -> of(Cells.printCriteria(classification.criteria()));
            case GOOD_PRACTICE -> {
                @Nullable Boolean passed = classification.goodPractice().passed();
                yield passed == null ? new Empty() : new Flag(passed);
            }
            case GOOD_PRACTICE_YEAR -> {
                @Nullable Integer year = classification.goodPractice().year();
                yield year == null ? new Empty() : new Whole(year);
            }
            case GOOD_PRACTICE_DESCRIPTION -> {
                @Nullable
                ExampleText description = classification.goodPractice().description();
                yield description == null ? new Empty() : of(Cells.printDescription(description));
            }
            default -> {
                RecordList list = RecordList.valueOf(column.name());
                yield of(Cells.print(classification.terms(list.vocabulary())));
            }
        };
    }

    private static CellValue of(Provenance provenance, Column column) {
        return switch (column) {
            case WEBSITE -> of(provenance.website());
            case SOURCE_URL -> of(provenance.sourceUrl());
            case ORIGIN ->
                of(provenance.origin() == null ? null : provenance.origin().value());
            default -> {
                @Nullable LocalDate confirmed = provenance.confirmed();
                yield confirmed == null ? new Empty() : new Day(confirmed);
            }
        };
    }

    private static CellValue of(Period.@Nullable End end) {
        return switch (end) {
            case null -> new Empty();
            case Period.End.Open open -> new Text("open");
            case Period.End.On on -> of(on.date());
        };
    }

    /** A month is no date to a spreadsheet. */
    private static CellValue of(@Nullable PartialDate date) {
        if (date == null) {
            return new Empty();
        }
        return switch (date.text().length()) {
            case 4 -> new Whole(date.year());
            case 7 -> new Text(date.text());
            default -> new Day(date.first());
        };
    }
}
