package org.praxisdatenbank.web;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts as people and browsers send them. */
public final class Typed {
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern LINES = Pattern.compile("\\s*\n\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    /** Nobody types them, and no page can show them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n]]");

    private Typed() {}

    /** With plain line ends, a blank for a tabulator, without control characters and without white space around it. */
    public static String clean(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n").replace('\t', ' ');
        return CONTROL.matcher(lines).replaceAll("").strip();
    }

    /** The same in one line. */
    public static String line(String text) {
        return LINES.matcher(clean(text)).replaceAll(" ");
    }

    /** A whole number of up to 18 digits, without a sign; empty: it is none. */
    public static OptionalLong number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** What names a thing in an address; empty: nothing can have that name. */
    public static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In characters as people count them, nearly: code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
