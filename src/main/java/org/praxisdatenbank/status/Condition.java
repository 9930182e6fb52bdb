package org.praxisdatenbank.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.sync.Lag;
import org.praxisdatenbank.sync.Trouble;

/** The parts of the running service, as far as they can be asked how they are; asked by any thread. */
public interface Condition {

    /** Whether the database answers; takes a second at most. */
    boolean isDatabaseReachable();

    /** Whether an index answers searches; needs no database. */
    boolean isIndexServing();

    /** Published practices in the database; raises whatever the database raises when it is not there. */
    long practices();

    /** The serving index; raises {@code Problem.NotReady} while there is none. Needs no database. */
    Index index();

    /** What the last comparison of database and index found; empty: there was none yet. */
    Optional<Check> lastCheck();

    /**
     * A comparison of database and index, record by record.
     *
     * @param at when it ended
     * @param published practices in the database
     * @param indexed practices in the index
     * @param equal published practices that the index holds as they are
     * @param different practices that differ, those included that only the index holds
     * @param isDamaged whether a file of the index is damaged; then nothing was compared
     */
    record Check(Instant at, long published, long indexed, long equal, long different, boolean isDamaged) {}

    /** What keeps the index from following the database; none while nothing does. Needs no database. */
    List<Trouble> troubles();

    /**
     * The serving index.
     *
     * @param practices how many it holds
     * @param generation name of the generation
     * @param lag how far it is behind the database; null while that is away
     * @param verifiedAt when database and index were last compared record by record and found equal; null: not yet
     */
    record Index(long practices, String generation, @Nullable Lag lag, @Nullable Instant verifiedAt) {}
}
