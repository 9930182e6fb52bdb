package org.praxisdatenbank.problem;

import java.util.List;

/**
 * A sentence, or a part of one, that is put into words where the language is known.
 *
 * @param key in the text properties
 * @param arguments what the text shows, in its order: texts as they are, numbers, and other sentences
 */
public record Said(String key, List<Object> arguments) {
    public Said {
        arguments = List.copyOf(arguments);
    }

    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }
}
