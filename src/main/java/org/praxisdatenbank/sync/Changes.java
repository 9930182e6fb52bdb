package org.praxisdatenbank.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.sync.CatchUp.Left;

/**
 * Some rows of the log, and what has become of their practices. These are read later than the rows, so they may be
 * newer; their own rows then follow and change nothing.
 *
 * @param rows how many rows were read
 * @param place after the last of them
 * @param changed as they stand now
 * @param gone no longer published
 * @param left in the log after them
 */
record Changes(int rows, LogPosition place, List<StoredPractice> changed, Set<PracticeId> gone, Left left) {
    /** Rows read at a time. */
    static final int MOST = 1_000;

    /** @throws LostPlace where the log no longer reaches back to the place */
    static Changes after(LogPosition place, ChangeLogStore log, PracticeStore practices) {
        ChangeLogStore.Rows read = log.after(place, MOST);
        List<ChangeLogStore.Row> rows = read.rows();
        Left left = rows.size() == MOST ? Left.MORE : read.areHeldBack() ? Left.HELD_BACK : Left.NOTHING;
        if (rows.isEmpty()) {
            return new Changes(0, place, List.of(), Set.of(), left);
        }
        Collection<PracticeId> ids =
                rows.stream().map(ChangeLogStore.Row::practice).collect(Collectors.toCollection(LinkedHashSet::new));
        List<StoredPractice> found = practices.find(ids);
        Set<PracticeId> gone = new HashSet<>(ids);
        found.forEach(practice -> gone.remove(practice.id()));
        return new Changes(rows.size(), rows.getLast().place(), found, gone, left);
    }

    /**
     * Hands over, some rows at a time, what the log tells after a place, until nothing is left that can be read by now.
     *
     * @return the place after the last of them; where there was none, the place given
     * @throws LostPlace where the log no longer reaches back to the place
     */
    static LogPosition forEach(LogPosition from, ChangeLogStore log, PracticeStore practices, Consumer<Changes> use) {
        Changes changes = after(from, log, practices);
        while (!changes.isEmpty()) {
            use.accept(changes);
            changes = after(changes.place(), log, practices);
        }
        return changes.place();
    }

    boolean isEmpty() {
        return rows == 0;
    }
}
