package org.praxisdatenbank.problem;

/** Makes a text from outside fit for one line of a log or a terminal: nothing in it steers, hides or begins a line. */
public final class Visible {
    private Visible() {}

    /** With the code in place of what nobody can see: control characters, line ends, halves of characters, marks of direction. */
    public static String of(String text) {
        if (text.codePoints().allMatch(Visible::isHarmless)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isHarmless(character)) {
                visible.appendCodePoint(character);
            } else {
                visible.append(String.format("\\u%04x", character));
            }
        });
        return visible.toString();
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
