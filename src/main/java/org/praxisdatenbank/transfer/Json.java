package org.praxisdatenbank.transfer;

import java.util.List;
import java.util.Map;
import org.praxisdatenbank.problem.Said;

/** One JSON value as it was written; numbers stay text, so that no huge one is ever calculated. */
sealed interface Json {
    /** How the value is called in a message: {@code a list}. */
    Said kind();

    /** What the message shows of it. */
    String shown();

    /** Stands for itself. */
    sealed interface Written extends Json {
        String value();

        @Override
        default Said kind() {
            return Said.of("finding.kind.text");
        }

        @Override
        default String shown() {
            return value();
        }
    }

    /** Text. */
    record Text(String value) implements Written {}

    /** What a cell of a table shows: text that stands for whatever type the field has, see {@link Cells}. */
    record Cell(String value) implements Written {}

    /** A cell that shows nothing which could be taken. */
    record Unusable(String shown, Said wrong) implements Json {
        @Override
        public Said kind() {
            return Said.of("finding.kind.unusable");
        }
    }

    /** A number; whole when it has neither point nor exponent. */
    record Digits(String value, boolean isWhole) implements Json {
        @Override
        public Said kind() {
            return Said.of("finding.kind.number");
        }

        @Override
        public String shown() {
            return value;
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {
        @Override
        public Said kind() {
            return Said.of("finding.kind.flag");
        }

        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    /** Nothing. */
    record Null() implements Json {
        @Override
        public Said kind() {
            return Said.of("finding.kind.null");
        }

        @Override
        public String shown() {
            return "null";
        }
    }

    /** A list. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public Said kind() {
            return Said.of("finding.kind.list");
        }

        @Override
        public String shown() {
            return values.isEmpty() ? "[]" : "[…]";
        }
    }

    /**
     * An object.
     *
     * @param fields in the order of the file, each with its first value
     * @param repeated names that came more than once
     */
    record Fields(Map<String, Json> fields, List<String> repeated) implements Json {
        @Override
        public Said kind() {
            return Said.of("finding.kind.object");
        }

        @Override
        public String shown() {
            return fields.isEmpty() ? "{}" : "{…}";
        }
    }
}
