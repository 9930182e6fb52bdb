package org.praxisdatenbank.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** What keeps the index from following the database; none while nothing does. Needs no database. */
    List<Trouble> troubles();

    /**
     * The serving index.
     *
     * @param practices how many it holds
     * @param generation name of the generation
     * @param lag changes in the database that it does not hold yet; null while the database is away
     * @param verifiedAt when database and index were last compared record by record and found equal; null: not yet
     */
    record Index(long practices, String generation, @Nullable Long lag, @Nullable Instant verifiedAt) {}
}
