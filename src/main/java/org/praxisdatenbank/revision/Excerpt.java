package org.praxisdatenbank.revision;

import java.util.ArrayList;
import java.util.List;
import org.praxisdatenbank.revision.Fragment.Kind;

/** Shortens what stayed the same in a text to what stands beside the changes. */
final class Excerpt {
    /** Characters beside a change, to the next word. */
    private static final int BESIDE = 160;

    private static final String LEFT_OUT = "…";

    private Excerpt() {}

    static List<Fragment> of(List<Fragment> text) {
        List<Fragment> shortened = new ArrayList<>();
        for (int place = 0; place < text.size(); place++) {
            Fragment fragment = text.get(place);
            shortened.add(
                    fragment.kind() == Kind.SAME
                            ? new Fragment(shortened(fragment.text(), place > 0, place < text.size() - 1), Kind.SAME)
                            : fragment);
        }
        return shortened;
    }

    private static String shortened(String text, boolean isBehindChange, boolean isBeforeChange) {
        int kept = (isBehindChange ? BESIDE : 0) + (isBeforeChange ? BESIDE : 0);
        if (text.length() <= 2 * kept) {
            return text;
        }
        String beginning = isBehindChange ? text.substring(0, lastSpace(text, BESIDE)) + " " : "";
        String end = isBeforeChange ? " " + text.substring(nextSpace(text, text.length() - BESIDE)) : "";
        return beginning + LEFT_OUT + end;
    }

    private static int lastSpace(String text, int from) {
        int space = text.lastIndexOf(' ', from);
        return space < 0 ? character(text, from) : space;
    }

    private static int nextSpace(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? character(text, from) : space + 1;
    }

    /** Never in the middle of a character that takes two. */
    private static int character(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
