package org.praxisdatenbank.revision;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.revision.RevisionStore.Kept;
import org.praxisdatenbank.revision.RevisionStore.Listed;

/**
 * What visitors may read of the history of a published practice; from the database, which alone has it. Safe for use by
 * any thread.
 */
public final class Histories {
    /** Revisions on one page. */
    static final int PAGE = 50;

    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final PracticeStore practices;
    private final RevisionStore revisions;
    private final BooleanSupplier isDatabaseReachable;

    /** @param isDatabaseReachable answers within a second */
    public Histories(PracticeStore practices, RevisionStore revisions, BooleanSupplier isDatabaseReachable) {
        this.practices = practices;
        this.revisions = revisions;
        this.isDatabaseReachable = isDatabaseReachable;
    }

    /**
     * Its revisions, newest first. Raises what {@link PracticeStore#get} raises, and {@link Problem.NotReady} while the
     * database is away.
     *
     * @param before only those with a lower number; null: from the newest on
     */
    History history(PracticeId id, @Nullable Long before) {
        StoredPractice present = present(id);
        List<Listed> listed = revisions.list(id, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        List<Listed> page = listed.subList(0, Math.min(PAGE, listed.size()));
        return new History(
                present,
                page,
                listed.size() > page.size() ? page.getLast().revision().number() : null);
    }

    /** One of its revisions; raises the same, and {@link Problem.NotFound} where there is no such revision. */
    State state(PracticeId id, String number) {
        StoredPractice present = present(id);
        Kept kept = Optional.of(number)
                .filter(text -> text.matches(NUMBER))
                .flatMap(text -> revisions.find(id, Long.parseLong(text)))
                .orElseThrow(() -> new Problem.NotFound("revision", number).raise());
        Optional<Kept> before = revisions.before(id, kept.revision().number());
        return new State(present, kept, before.orElse(null));
    }

    private StoredPractice present(PracticeId id) {
        if (!isDatabaseReachable.getAsBoolean()) {
            throw new Problem.NotReady("database").raise();
        }
        return practices.get(id);
    }

    /**
     * A part of the list.
     *
     * @param next number before which the list goes on; null: it ends here
     */
    record History(StoredPractice present, List<Listed> revisions, @Nullable Long next) {
        History {
            revisions = List.copyOf(revisions);
        }
    }

    /**
     * One revision between what was before and what is now.
     *
     * @param before null: nothing is kept of what was before
     */
    record State(StoredPractice present, Kept kept, @Nullable Kept before) {
        boolean isPresent() {
            return present.version() == kept.revision().number();
        }

        /** Field by field, against the one before; none for the first. */
        List<FieldChange> changes() {
            return before == null ? List.of() : RecordDifference.between(before.practice(), kept.practice());
        }
    }
}
