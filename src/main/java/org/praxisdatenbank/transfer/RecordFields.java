package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
            faults.add(path(name), null, "the field stands more than once in one object; keep one of them");
        }
    }

    String path(String name) {
        return path + name;
    }

    void refuseOthers(List<String> known) {
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                faults.add(path(name), value.shown(), "there is no such field; " + Hints.field(known, name));
            }
        });
    }

    Optional<String> text(String name, TextRule rule) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            if (rule.isRequired()) {
                faults.add(path(name), null, "the field is missing; every record needs it");
            }
            return Optional.empty();
        }
        if (!(value.get() instanceof Json.Text(String text))) {
            return wrongType(name, value.get(), "text in quotation marks");
        }
        Optional<String> fault = rule.fault(text);
        fault.ifPresent(message -> faults.add(path(name), text, message));
        return fault.isPresent() ? Optional.empty() : Optional.of(text);
    }

    /** As text, then as what the text stands for. */
    <T> Optional<T> text(String name, TextRule rule, Function<String, Optional<T>> meaning, String otherwise) {
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
        wrongType(name, value.get(), "true or false, without quotation marks");
        return null;
    }

    @Nullable
    Integer whole(String name, int lowest, int highest) {
        Optional<Json> value = present(name);
        if (value.isEmpty()) {
            return null;
        }
        String expected = "a whole number from " + lowest + " to " + highest;
        if (!(value.get() instanceof Json.Digits(String digits, boolean isWhole))) {
            wrongType(name, value.get(), expected + ", without quotation marks");
            return null;
        }
        @Nullable Integer number = isWhole ? within(digits, lowest, highest) : null;
        if (number == null) {
            faults.add(path(name), digits, "must be " + expected + "; correct it or leave the field out");
        }
        return number;
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
        Optional<Json> value = present(name);
        if (value.isPresent() && !(value.get() instanceof Json.Items)) {
            wrongType(name, value.get(), "a list: [ ], also for a single value");
        }
        return value.isPresent() && value.get() instanceof Json.Items(List<Json> items) ? items : List.of();
    }

    private Optional<Json> present(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !(value instanceof Json.Null));
    }

    private <T> Optional<T> wrongType(String name, Json value, String expected) {
        faults.add(path(name), value.shown(), "is " + value.kind() + ", but must be " + expected);
        return Optional.empty();
    }
}
