package org.praxisdatenbank.sync;

import java.util.List;
import java.util.function.Supplier;
import org.praxisdatenbank.practice.PracticeId;

/** Lets whoever follows the change log take over again what differs. */
final class Repair {
    /** Than the number of differences asks for: changes may come in between. */
    private static final int MORE_ROUNDS = 2;

    private final ChangeLogStore log;
    private final int mostDifferences;

    /** @param mostDifferences that one comparison tells */
    Repair(ChangeLogStore log, int mostDifferences) {
        this.log = log;
        this.mostDifferences = mostDifferences;
    }

    /**
     * Writes into the change log what differs, and compares; again and again where there is more than one comparison
     * tells. Returns what is left.
     *
     * @param verify waits for whoever follows, then compares
     */
    Verification run(Verification found, Supplier<Verification> verify) {
        Verification left = found;
        List<PracticeId> tried = List.of();
        for (long round = 0; round <= found.different() / mostDifferences + MORE_ROUNDS; round++) {
            List<PracticeId> ids =
                    left.differences().stream().map(Difference::id).toList();
            if (ids.isEmpty() || ids.equals(tried)) {
                return left;
            }
            log.touch(ids);
            tried = ids;
            left = verify.get();
        }
        return left;
    }
}
