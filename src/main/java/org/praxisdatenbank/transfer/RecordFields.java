package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/**
 * The fields of one object, each taken out by the type it must have. A null counts as a field that is left out: many
 * programs write it for "nothing known". What is at fault is reported and then taken for absent. Used by one thread.
 */
final class RecordFields {
    private final Map<String, Json> fields;
    private final String path;
    private final RecordFaults faults;

    /** @param path where the object stands, ending with a full stop: {@code criteria[0].}; empty for the record */
    RecordFields(Json.Fields object, String path, RecordFaults faults) {
        this.fields = object.fields();
        this.path = path;
        this.faults = faults;
        for (String name : object.repeated()) {
            faults.add(path(name), null, Said.of("finding.field.repeated"));
        }
        fields.forEach((name, value) -> {
            if (value instanceof Json.Unusable(String shown, Said wrong)) {
                faults.add(path(name), shown, wrong);
            }
        });
    }

    String path(String name) {
        return path + name;
    }

    /** Whether it is the cell of a table, where people may write more than the record format allows. */
    boolean isCell(String name) {
        return fields.get(name) instanceof Json.Cell;
    }

    void refuseOthers(List<String> known) {
        fields.forEach((name, value) -> {
            if (!known.contains(name) && !isFaultField(name)) {
                Hints.Hint hint = Hints.field(known, name);
                faults.add(path(name), value.shown(), Said.of("finding.field.unknown", hint.text()), hint.suggestion());
            }
        });
    }

    private boolean isFaultField(String name) {
        return path.isEmpty() && name.equals(FaultColumn.FIELD);
    }

    Optional<String> text(String name, TextRule rule) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            if (rule.isRequired() && !(fields.get(name) instanceof Json.Unusable)) {
                faults.add(path(name), null, Said.of("finding.field.missing"));
            }
            return Optional.empty();
        }
        Optional<String> text = text(name, value.get(), rule);
        Optional<Said> fault = text.flatMap(rule::fault);
        fault.ifPresent(wrong -> faults.add(path(name), text.orElseThrow(), wrong));
        return fault.isPresent() ? Optional.empty() : text;
    }

    private Optional<String> text(String name, Json value, TextRule rule) {
        return switch (value) {
            case Json.Text(String text) -> Optional.of(text);
            case Json.Cell(String cell) -> Optional.of(rule.isToken() ? cell.strip() : cell);
            default -> wrongType(name, value, Said.of("finding.must.text"));
        };
    }

    /** As text, then as what the text stands for. */
    <T> Optional<T> text(String name, TextRule rule, Function<String, Optional<T>> meaning, Said otherwise) {
        Optional<String> text = text(name, rule);
        Optional<T> value = text.flatMap(meaning);
        if (text.isPresent() && value.isEmpty()) {
            faults.add(path(name), text.get(), otherwise);
        }
        return value;
    }

    @Nullable
    Boolean flag(String name) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            return null;
        }
        if (value.get() instanceof Json.Bool(boolean flag)) {
            return flag;
        }
        if (value.get() instanceof Json.Cell(String cell)) {
            Optional<Boolean> flag = Cells.flag(cell);
            if (flag.isEmpty()) {
                faults.add(path(name), cell, Said.of("finding.flag"));
            }
            return flag.orElse(null);
        }
        wrongType(name, value.get(), Said.of("finding.must.flag"));
        return null;
    }

    @Nullable
    Integer whole(String name, int lowest, int highest) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            return null;
        }
        String from = String.valueOf(lowest); // a year has no separators
        String to = String.valueOf(highest);
        Json.@Nullable Digits digits = digits(value.get());
        if (digits == null) {
            wrongType(name, value.get(), Said.of("finding.must.whole", from, to));
            return null;
        }
        @Nullable Integer number = digits.isWhole() ? within(digits.value(), lowest, highest) : null;
        if (number == null) {
            faults.add(path(name), digits.value(), Said.of("finding.whole", from, to));
        }
        return number;
    }

    private static Json.@Nullable Digits digits(Json value) {
        return switch (value) {
            case Json.Digits digits -> digits;
            case Json.Cell(String cell) -> new Json.Digits(cell.strip(), true);
            default -> null;
        };
    }

    private static @Nullable Integer within(String digits, int lowest, int highest) {
        try {
            int number = Integer.parseInt(digits);
            return number >= lowest && number <= highest ? number : null;
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    /** Empty where the list is left out. */
    List<Json> items(String name) {
        return items(name, Cells::items);
    }

    /** @param ofCell takes apart what stands in one cell */
    List<Json> items(String name, Function<String, List<Json>> ofCell) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            return List.of();
        }
        return switch (value.get()) {
            case Json.Items(List<Json> items) -> items;
            case Json.Cell(String cell) -> ofCell.apply(cell);
            default ->
                this.<List<Json>>wrongType(name, value.get(), Said.of("finding.must.list"))
                        .orElse(List.of());
        };
    }

    /**
     * Empty where it is left out, or is no object, which has been reported then.
     *
     * @param ofCell takes apart what stands in one cell
     */
    Optional<Json.Fields> object(String name, Function<String, Json.Fields> ofCell) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (value.get()) {
            case Json.Fields object -> Optional.of(object);
            case Json.Cell(String cell) -> Optional.of(ofCell.apply(cell));
            default -> wrongType(name, value.get(), Said.of("finding.must.object"));
        };
    }

    /** What is unusable has been reported; to call it missing too would be wrong. */
    private Optional<Json> present(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(value -> !(value instanceof Json.Null) && !(value instanceof Json.Unusable));
    }

    private <T> Optional<T> wrongType(String name, Json value, Said expected) {
        faults.add(path(name), value.shown(), Said.of("finding.kind", value.kind(), expected));
        return Optional.empty();
    }
}
