package org.praxisdatenbank.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Levenshtein distance: how many letters must be put in, left out or replaced (V. Levenshtein, 1966). */
public final class Edits {
    /** Longer values are compared by their beginning, so that a huge one costs no more than a long one. */
    private static final int COMPARED_LENGTH = 200;

    private Edits() {}

    /** The one that was most likely meant; empty where none comes close. */
    public static Optional<String> closest(Collection<String> known, String value) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> between(candidate, value)))
                .filter(candidate -> areClose(candidate, value));
    }

    /** Whether one may well be a slip of the other: a third of the letters differ at most, or one holds the other. */
    public static boolean areClose(String left, String right) {
        String a = folded(left);
        String b = folded(right);
        int shorter = Math.min(a.length(), b.length());
        boolean isPart = shorter > 1 && (a.contains(b) || b.contains(a));
        return isPart || between(a, b) * 3 <= Math.max(a.length(), b.length());
    }

    static int between(String left, String right) {
        String a = folded(left);
        String b = folded(right);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String folded(String value) {
        return value.substring(0, Math.min(value.length(), COMPARED_LENGTH)).toLowerCase(Locale.ROOT);
    }
}
