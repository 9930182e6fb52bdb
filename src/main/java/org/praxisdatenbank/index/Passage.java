package org.praxisdatenbank.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.praxisdatenbank.index.Evidence.Found;

/**
 * A stretch of a text to be shown: whole sentences, where they are no longer than what is to be shown.
 *
 * @param words how many of the words that were asked for are found in it
 */
record Passage(int start, int end, int words) {
    /** Chars that are shown of a text. */
    static final int LENGTH = 300;
    /** Half as much again is no reason to cut. */
    private static final int LONGEST = LENGTH * 3 / 2;

    /** The one with the most words, the first of these; the beginning where nothing is found. */
    static Passage best(String text, List<Found> places) {
        if (text.length() <= LONGEST) {
            return new Passage(0, text.length(), words(places, 0, text.length()));
        }
        List<Integer> borders = sentences(text, places.isEmpty() ? LENGTH : text.length());
        Passage best = new Passage(0, cut(text, 0, end(borders, 0)), -1);
        for (int first = 0; first + 1 < borders.size(); first++) {
            int start = borders.get(first);
            Passage passage = around(text, start, end(borders, first), places);
            best = passage.words > best.words ? passage : best;
        }
        return best;
    }

    /** Where sentences begin and end, up to the first place that is behind {@code enough} chars. */
    private static List<Integer> sentences(String text, int enough) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.GERMAN);
        sentences.setText(text);
        List<Integer> borders = new ArrayList<>();
        int at = sentences.first();
        while (at != BreakIterator.DONE) {
            borders.add(at);
            at = at > enough ? BreakIterator.DONE : sentences.next();
        }
        return borders;
    }

    /** As many whole sentences as fit, at least one. */
    private static int end(List<Integer> borders, int first) {
        int last = first + 1;
        while (last + 1 < borders.size() && borders.get(last + 1) - borders.get(first) <= LENGTH) {
            last++;
        }
        return borders.get(last);
    }

    /** A sentence that is too long is cut, so that what is found first in it can be seen. */
    private static Passage around(String text, int start, int end, List<Found> places) {
        int from = start;
        if (end - start > LONGEST) {
            int found = places.stream()
                    .mapToInt(Found::start)
                    .filter(place -> place >= start && place < end)
                    .findFirst()
                    .orElse(start);
            int space = text.lastIndexOf(' ', found - LENGTH / 4);
            from = found - start < LENGTH * 2 / 3 ? start : space > start ? space + 1 : found;
        }
        int to = cut(text, from, end);
        return new Passage(from, to, words(places, from, to));
    }

    private static int cut(String text, int start, int end) {
        int trimmed = end;
        while (trimmed > start && Character.isWhitespace(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        if (trimmed - start <= LONGEST) {
            return trimmed;
        }
        int space = text.lastIndexOf(' ', start + LENGTH);
        if (space > start) {
            return space;
        }
        return Character.isLowSurrogate(text.charAt(start + LENGTH)) ? start + LENGTH - 1 : start + LENGTH;
    }

    private static int words(List<Found> places, int start, int end) {
        Set<Integer> words = new HashSet<>();
        for (Found place : places) {
            if (place.start() >= start && place.end() <= end) {
                words.add(place.asked());
            }
        }
        return words.size();
    }
}
