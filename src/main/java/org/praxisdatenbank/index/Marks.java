package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.List;
import org.praxisdatenbank.index.Evidence.Found;
import org.praxisdatenbank.query.Results.Fragment;

/** Cuts a stretch of a text into fragments at the borders of what was found. */
final class Marks {
    static final String CUT = "…";

    private Marks() {}

    /** The whole text. */
    static List<Fragment> in(String text, List<Found> places) {
        return in(text, 0, text.length(), places);
    }

    /**
     * From one char to another, with a sign where something before or behind is left out.
     *
     * @param places by where they begin; they may overlap, and reach beyond the stretch
     */
    static List<Fragment> in(String text, int start, int end, List<Found> places) {
        List<Fragment> fragments = new ArrayList<>();
        if (start > 0) {
            fragments.add(new Fragment(CUT + " ", false));
        }
        int written = start;
        int next = 0;
        while (next < places.size()) {
            int from = Math.max(places.get(next).start(), written);
            int to = places.get(next).end();
            next++;
            while (next < places.size()
                    && places.get(next).start() <= to
                    && places.get(next).start() < end) {
                to = Math.max(to, places.get(next).end());
                next++;
            }
            to = Math.min(to, end);
            if (from < to) {
                add(fragments, text, written, from, false);
                add(fragments, text, from, to, true);
                written = to;
            }
        }
        add(fragments, text, written, end, false);
        if (!text.substring(end).isBlank()) {
            fragments.add(new Fragment(" " + CUT, false));
        }
        return fragments;
    }

    private static void add(List<Fragment> fragments, String text, int from, int to, boolean isMarked) {
        if (from < to) {
            fragments.add(new Fragment(text.substring(from, to), isMarked));
        }
    }
}
