package org.praxisdatenbank.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** A database and an index folder of a test's own. */
@NullMarked
final class SyncWorld implements AutoCloseable {
    /** Connections of this database that wait to be told, as a table. */
    static final String LISTENING =
            "(SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%') AS listening";

    final TestDatabase server = TestDatabase.create();
    final Path folder;

    SyncWorld(Path folder) {
        this.folder = folder;
    }

    Database database() {
        return server.database();
    }

    IndexSetup setup() {
        return setup(folder);
    }

    static IndexSetup setup(Path folder) {
        return new IndexSetup(folder, Samples.VOCABULARIES, Samples.GERMAN, Clock.systemUTC());
    }

    void save(Samples... practices) {
        database()
                .jdbi()
                .useTransaction(db -> PracticeStore.save(
                        db, Arrays.stream(practices).map(Samples::practice).toList(), Authorship.COMMAND));
    }

    void withdraw(String id) {
        new PracticeStore(database().jdbi()).withdraw(new PracticeId(id), LocalDate.of(2026, 1, 1), Authorship.COMMAND);
    }

    /** Statements in one transaction. */
    void execute(String... sql) {
        database().jdbi().useTransaction(db -> List.of(sql).forEach(db::execute));
    }

    /** @param rows a table, and which of its rows */
    long count(String rows) {
        return database().jdbi().withHandle(db -> db.createQuery("SELECT count(*) FROM " + rows)
                .mapTo(Long.class)
                .one());
    }

    IndexKeeper open() {
        return open(Following.DEFAULT.looking(Duration.ofMillis(20)));
    }

    IndexKeeper open(Following following) {
        return IndexKeeper.open(database(), setup(), following, Progress.NONE);
    }

    IndexMaintenance maintenance() {
        return new IndexMaintenance(database(), setup());
    }

    static List<String> found(IndexKeeper keeper, String text) {
        SearchQuery query = new SearchQuery(text, Filters.NONE, null, Sort.TITLE, Window.FIRST, Wanted.HITS);
        return keeper.index().search(query).hits().stream()
                .map(hit -> hit.practice().id().value())
                .sorted()
                .toList();
    }

    static void await(String what, BooleanSupplier condition) {
        TestDatabase.await(what, condition);
    }

    @Override
    public void close() {
        server.close();
    }
}
