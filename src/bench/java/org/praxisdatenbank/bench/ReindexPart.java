package org.praxisdatenbank.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.praxisdatenbank.index.BareWriter;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.sync.IndexMaintenance;

/** Building the whole index from the database, proof included, against a bare writer that has all in memory. */
record ReindexPart(Options options, Corpus corpus) implements Part {
    @Override
    public void run(Table table) throws Exception {
        try (World world = World.open(options, corpus, options.size())) {
            Path folder = Files.createDirectories(world.home().resolve("reindex"));
            IndexSetup setup = world.setup(Files.createDirectories(folder.resolve("ours")));
            IndexMaintenance maintenance = new IndexMaintenance(world.database(), setup);
            List<StoredPractice> practices = world.inMemory();
            Path bare = Files.createDirectories(folder.resolve("bare"));
            Duel duel = Duel.atOnce(
                    options.rounds(),
                    1,
                    number -> maintenance.reindex(Progress.NONE),
                    number -> BareWriter.write(setup, bare, practices, options.threads()));
            table.add(
                    String.format(Locale.ROOT, "reindex, %,d practices, bare with %d threads", practices.size(), options.threads()),
                    "reindex",
                    Table.perSecond(practices.size() * 1e9 / duel.ours(0.5)),
                    Table.perSecond(practices.size() * 1e9 / duel.other(0.5)),
                    duel.other(0.5) / duel.ours(0.5));
            verify(maintenance, table);
            World.delete(folder);
        }
    }

    private void verify(IndexMaintenance maintenance, Table table) throws Exception {
        Times times = new Times();
        for (int round = 0; round < options.rounds(); round++) {
            times.measure(() -> maintenance.verify(Progress.NONE));
        }
        table.add("verify, the same practices", "verify", Table.millis(times.median()));
    }
}
