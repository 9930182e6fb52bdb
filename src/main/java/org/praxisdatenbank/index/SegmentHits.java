package org.praxisdatenbank.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.util.FixedBitSet;

/**
 * Documents of a segment, to be counted by what they carry. Where they are few, only the words of the set are looked at
 * in which they stand: the cost follows the hits, and never exceeds that of the whole segment. For one thread.
 */
final class SegmentHits {
    /** Beyond this share of all words, going through all in a row is quicker. */
    private static final int SPARSE = 4;

    private final FixedBitSet set;
    private final int[] filled;
    private final boolean isSparse;

    /** @param set is not copied and must not be changed */
    SegmentHits(FixedBitSet set) {
        this.set = set;
        long[] words = set.getBits();
        int most = FixedBitSet.bits2words(set.length()) / SPARSE;
        int[] found = new int[most];
        int next = 0;
        int number = 0;
        while (next < words.length && number < most) {
            if (words[next] != 0) {
                found[number++] = next;
            }
            next++;
        }
        this.isSparse = next == words.length;
        this.filled = isSparse ? Arrays.copyOf(found, number) : new int[0];
    }

    FixedBitSet set() {
        return set;
    }

    int size() {
        return isSparse ? sparse(set) : set.cardinality();
    }

    /** How many of them are in the other set, too. */
    long countIn(FixedBitSet other) {
        return isSparse ? sparse(other) : FixedBitSet.intersectionCount(set, other);
    }

    /** In ascending order. */
    void forEach(IntConsumer action) {
        long[] words = set.getBits();
        int last = isSparse ? filled.length : FixedBitSet.bits2words(set.length());
        for (int index = 0; index < last; index++) {
            int word = isSparse ? filled[index] : index;
            for (long left = words[word]; left != 0; left &= left - 1) {
                action.accept((word << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    private int sparse(FixedBitSet other) {
        long[] these = set.getBits();
        long[] those = other.getBits();
        int count = 0;
        for (int word : filled) {
            count += Long.bitCount(these[word] & those[word]);
        }
        return count;
    }
}
