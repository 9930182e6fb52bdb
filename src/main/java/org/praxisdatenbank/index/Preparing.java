package org.praxisdatenbank.index;

import java.util.Collection;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;

/** What is done to a generation of the index before it takes the place of the one that is served. */
public interface Preparing {
    /** Nothing. */
    Preparing NOTHING = (found, writing) -> {};

    /**
     * Brings it to where the other one is, so that nothing vanishes from sight that was found before. Where it raises an
     * exception the generation is served as far as it has come.
     *
     * @param found how the generation stands
     */
    void run(IndexState.Ready found, Writing writing);

    /** Writes into the generation that is not served yet; see {@link PracticeIndex#apply}. */
    interface Writing {
        void apply(Collection<StoredPractice> changed, Collection<PracticeId> gone, String position);
    }
}
