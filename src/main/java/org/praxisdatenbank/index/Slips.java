package org.praxisdatenbank.index;

/** How far a word is from another by slips of the hand. */
final class Slips {
    private static final int SHORTEST_WITH_ONE = 3;
    private static final int SHORTEST_WITH_TWO = 7;

    private Slips() {}

    /** How many slips are likely in a word: none in one or two letters, two from seven letters on. */
    static int likely(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < SHORTEST_WITH_ONE) {
            return 0;
        }
        return length < SHORTEST_WITH_TWO ? 1 : 2;
    }

    /**
     * The least number of letters put in, left out, replaced, or swapped with the next (optimal string alignment, after
     * F. Damerau, 1964). Takes the product of both lengths in time.
     */
    static int between(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : least(cost, left, i, right, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int least(int[][] cost, String left, int i, String right, int j) {
        boolean isSame = left.charAt(i - 1) == right.charAt(j - 1);
        int replaced = cost[i - 1][j - 1] + (isSame ? 0 : 1);
        int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        return isSwapAt(left, i - 2, right, j - 2) ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    /** The first letter is rarely wrong: a word begins as another, or with its first two letters swapped. */
    static boolean beginAlike(String left, String right) {
        return !left.isEmpty()
                && !right.isEmpty()
                && (left.charAt(0) == right.charAt(0) || isSwapAt(left, 0, right, 0));
    }

    private static boolean isSwapAt(String left, int i, String right, int j) {
        return i >= 0
                && j >= 0
                && i + 1 < left.length()
                && j + 1 < right.length()
                && left.charAt(i) == right.charAt(j + 1)
                && left.charAt(i + 1) == right.charAt(j);
    }
}
