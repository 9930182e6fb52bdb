package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore.Saved;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.transfer.ImportStore.Named;
import org.praxisdatenbank.vocabulary.Vocabularies;

/** One import within its transaction: takes the rows, writes them in batches. Used by one thread. */
final class ImportRun {
    private static final int BATCH_ROWS = 500;
    /** Keeps a batch of very long records from filling the memory. */
    private static final long BATCH_CHARACTERS = 4_000_000;

    private final FindingLog log;
    private final PracticeReader reader;
    private final ImportStore.Transaction transaction;
    private final BatchWriter writer;
    private final RetiredTerms retired;
    private final Descriptions descriptions;
    private final boolean isDryRun;
    private final Progress progress;
    private final List<Pending> batch = new ArrayList<>(BATCH_ROWS);
    private long characters;
    private long read;
    private Saved saved = Saved.NOTHING;

    /** @param isDryRun then what is not at fault is counted, too, where anything else is */
    ImportRun(
            ImportStore.Transaction transaction,
            Vocabularies vocabularies,
            FindingLog log,
            boolean isDryRun,
            Progress progress) {
        this.isDryRun = isDryRun;
        this.log = log;
        this.progress = progress;
        this.transaction = transaction;
        reader = new PracticeReader(vocabularies, log);
        writer = new BatchWriter(transaction, log);
        retired = new RetiredTerms(vocabularies, log);
        descriptions = new Descriptions(transaction, log);
    }

    void accept(Row row) {
        read = Math.max(read, row.place().row());
        switch (row) {
            case Row.Read(Place place, Json value, long length, Map<String, String> columns) -> {
                Optional<Practice> practice = reader.read(place, value, columns);
                PracticeReader.id(value).ifPresent(id -> batch.add(new Pending(place, id, practice.orElse(null))));
                characters += length;
            }
            case Row.Unreadable(Place place, String value, Said wrong, String suggestion) ->
                new RecordFaults(place, null, log).add(null, value, wrong, suggestion);
        }
        if (batch.size() == BATCH_ROWS || characters > BATCH_CHARACTERS) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        Set<Place> faulty = new HashSet<>(reportRepeated());
        faulty.addAll(retired.report(batch, transaction));
        faulty.addAll(descriptions.complete(batch));
        // Once something is refused nothing will be kept: only the checks go on.
        if (log.isEmpty()) {
            saved = saved.plus(writer.save(batch));
        } else if (isDryRun) {
            saved = saved.plus(transaction.compare(fit(faulty)));
        }
        progress.advance(batch.size());
        batch.clear();
        characters = 0;
    }

    /** Those with nothing at fault, each id once. */
    private List<Practice> fit(Set<Place> faulty) {
        return batch.stream()
                .filter(row -> !faulty.contains(row.place()))
                .flatMap(row -> Stream.ofNullable(row.practice()))
                .toList();
    }

    private Set<Place> reportRepeated() {
        Map<Place, Long> repeated = transaction.repeated(
                batch.stream().map(row -> new Named(row.place(), row.id())).toList());
        batch.stream().filter(row -> repeated.containsKey(row.place())).forEach(row -> new RecordFaults(
                        row.place(), row.id().value(), log)
                .add(
                        "id",
                        row.id().value(),
                        Said.of("finding.repeated_id", String.valueOf(repeated.get(row.place())))));
        return repeated.keySet();
    }

    /** @param notes what whoever reads the result should know of the file */
    ImportResult finish(List<Said> notes) {
        flush();
        if (isDryRun) {
            return new ImportResult(read, saved, log.findings(), true, null, notes);
        }
        return log.isEmpty()
                ? new ImportResult(read, saved, Findings.NONE, false, transaction.keep(read, saved), notes)
                : new ImportResult(read, Saved.NOTHING, log.findings(), false, null, notes);
    }

    /**
     * A record whose id was readable.
     *
     * @param practice null when something else in it is at fault
     */
    record Pending(Place place, PracticeId id, @Nullable Practice practice) {}
}
