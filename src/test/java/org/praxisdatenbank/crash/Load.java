package org.praxisdatenbank.crash;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexMaintenance;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;

/** Two that import and one that rebuilds the index and goes back again, from outside the server, until it is closed. */
final class Load implements AutoCloseable {
    private static final int WRITERS = 2;
    private static final int PRACTICES = 60;
    private static final int MOST_AT_ONCE = 20;
    private static final Duration BETWEEN_IMPORTS = Duration.ofMillis(25);

    private final Ledger ledger;
    private final Database database;
    private final boolean isDatabaseOutside;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private Load(Ledger ledger, Site site) {
        this.ledger = ledger;
        this.database = site.database();
        this.isDatabaseOutside = site.isDatabaseOutside();
    }

    /** @param rebuildEvery time between two rebuilds of the index; zero: none */
    static Load start(Ledger ledger, Site site, Duration rebuildEvery, long seed) {
        Load load = new Load(ledger, site);
        IndexSetup setup = site.setup();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer;
            load.fill(name);
            Random random = new Random(seed + writer);
            load.threads.add(Thread.ofPlatform().name(name).start(() -> load.write(name, random)));
        }
        if (rebuildEvery.isPositive()) {
            load.threads.add(Thread.ofPlatform()
                    .name("rebuild")
                    .start(() -> load.rebuild(setup, rebuildEvery, new Random(-seed))));
        }
        return load;
    }

    /** A practice that is new makes the counts differ, and then a server rebuilds at its start and hides what is wrong. */
    private void fill(String name) {
        Ledger.Batch missing = ledger.missing(name, PRACTICES);
        if (!missing.numbers().isEmpty()) {
            write(database, missing);
            ledger.acknowledged(missing);
        }
    }

    private void write(String name, Random random) {
        while (!isStopped(BETWEEN_IMPORTS)) {
            Ledger.Batch batch = ledger.next(name, PRACTICES, MOST_AT_ONCE, random);
            unlessDatabaseIsGone(() -> {
                if (write(database, batch).isRefused()) {
                    throw new IllegalStateException("the load was refused");
                }
                ledger.acknowledged(batch);
            });
        }
    }

    /** What was being written when the database was killed may be there or not. */
    private void unlessDatabaseIsGone(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (isDatabaseOutside) {
                faults.add(new Fault(Fault.Kind.FAILED, Thread.currentThread().getName() + ": " + e));
            }
        }
    }

    static ImportResult write(Database database, Ledger.Batch batch) {
        return new Importer(new ImportStore(database.jdbi()), ImportLimits.DEFAULT)
                .run(ImportSource.stream("load.jsonl", new ByteArrayInputStream(batch.lines())), false, Progress.NONE);
    }

    private void rebuild(IndexSetup setup, Duration every, Random random) {
        IndexMaintenance maintenance = new IndexMaintenance(database, setup);
        while (!isStopped(every)) {
            unlessDatabaseIsGone(() -> {
                try {
                    rebuild(maintenance, random.nextInt(4) == 0);
                } catch (Refused someoneElse) {
                    // another process builds, or there is nothing to go back to
                }
            });
        }
    }

    private static void rebuild(IndexMaintenance maintenance, boolean isRollback) {
        if (isRollback) {
            maintenance.rollBack();
        } else {
            maintenance.reindex(Progress.NONE);
        }
    }

    private boolean isStopped(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** What failed that must not; known once it is closed. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        stopped.countDown();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
