package org.praxisdatenbank.web;

import java.util.regex.Pattern;

/** Texts as people and browsers send them. */
public final class Typed {
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    /** Nobody types them, and no page can show them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t]]");

    private Typed() {}

    /** With plain line ends, without control characters and without white space around it. */
    public static String clean(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return CONTROL.matcher(lines).replaceAll("").strip();
    }

    /** In characters as people count them, nearly: code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
