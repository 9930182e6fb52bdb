package org.praxisdatenbank.revision;

import com.github.difflib.algorithm.DiffAlgorithmListener;

/** Ends a comparison that has found too many changes; each step of it looks for one more. */
final class Limit implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int changes, int most) {
        if (changes > TextDifference.MOST_CHANGES) {
            throw new Reached();
        }
    }

    @Override
    public void diffEnd() {}

    /** Not an error: what was compared has little in common. */
    static final class Reached extends RuntimeException {
        private Reached() {
            super("more than " + TextDifference.MOST_CHANGES + " changes", null, false, false);
        }
    }
}
