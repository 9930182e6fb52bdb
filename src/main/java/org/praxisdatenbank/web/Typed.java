package org.praxisdatenbank.web;

import java.util.regex.Pattern;

/** Texts as people and browsers send them. */
public final class Typed {
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern LINES = Pattern.compile("\\s*\n\\s*");
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

    /** In characters as people count them, nearly: code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
