package org.praxisdatenbank.practice;

import java.util.List;

/** Tells which practices are like one; whoever searches implements it, so that this package knows no search. */
public interface SimilarPractices {

    /** Best first, at most that many; none where the practice is not published. */
    List<SimilarPractice> to(PracticeId id, int limit);
}
