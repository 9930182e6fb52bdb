package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.praxisdatenbank.query.Results.Fragment;

/** Cuts a text into fragments at the borders of what matched. */
final class Marks extends PassageFormatter {
    /** Keeps a text as long as it is. */
    static final Marks WHOLE = new Marks(Integer.MAX_VALUE);

    private static final String CUT = "…";

    private final int length;

    /** @param length characters that a passage may have; a longer one is cut around its first match */
    Marks(int length) {
        this.length = length;
    }

    @Override
    public List<Fragment> format(Passage[] passages, String text) {
        List<Fragment> fragments = new ArrayList<>();
        for (Passage passage : passages) {
            int first = firstMatch(passage);
            int start = start(text, passage.getStartOffset(), first);
            int end = end(text, start, trimmedEnd(text, passage.getEndOffset()));
            add(fragments, text, start, end, passage);
        }
        return fragments;
    }

    List<Fragment> withoutMarks(String text) {
        int end = end(text, 0, text.length());
        return List.of(new Fragment(text.substring(0, end) + (end < text.length() ? " " + CUT : ""), false));
    }

    private static int firstMatch(Passage passage) {
        int first = passage.getEndOffset();
        for (int index = 0; index < passage.getNumMatches(); index++) {
            first = Math.min(first, passage.getMatchStarts()[index]);
        }
        return first;
    }

    /** Leaves out the beginning only where the first match would not be seen otherwise. */
    private int start(String text, int start, int firstMatch) {
        if (firstMatch - start < length * 2L / 3) {
            return start;
        }
        int space = text.lastIndexOf(' ', firstMatch - length / 4);
        return space > start ? space + 1 : firstMatch;
    }

    private static int trimmedEnd(String text, int end) {
        int trimmed = end;
        while (trimmed > 0 && Character.isWhitespace(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    /** Half as much again is no reason to cut. */
    private int end(String text, int start, int end) {
        if (end - start <= length * 3L / 2) {
            return end;
        }
        int space = text.lastIndexOf(' ', start + length);
        if (space > start) {
            return space;
        }
        return Character.isLowSurrogate(text.charAt(start + length)) ? start + length - 1 : start + length;
    }

    private static void add(List<Fragment> fragments, String text, int start, int end, Passage passage) {
        int written = start;
        if (start > 0 && start > passage.getStartOffset()) {
            fragments.add(new Fragment(CUT + " ", false));
        }
        for (int[] match : matches(passage)) {
            int from = Math.max(match[0], written);
            int to = Math.min(match[1], end);
            if (from < to) {
                addUnmarked(fragments, text.substring(written, from));
                fragments.add(new Fragment(text.substring(from, to), true));
                written = to;
            }
        }
        addUnmarked(fragments, text.substring(written, Math.max(written, end)));
        if (end < trimmedEnd(text, passage.getEndOffset())) {
            fragments.add(new Fragment(" " + CUT, false));
        }
    }

    private static List<int[]> matches(Passage passage) {
        List<int[]> matches = new ArrayList<>();
        for (int index = 0; index < passage.getNumMatches(); index++) {
            matches.add(new int[] {passage.getMatchStarts()[index], passage.getMatchEnds()[index]});
        }
        matches.sort((left, right) -> Integer.compare(left[0], right[0]));
        return matches;
    }

    private static void addUnmarked(List<Fragment> fragments, String text) {
        if (!text.isEmpty()) {
            fragments.add(new Fragment(text, false));
        }
    }
}
