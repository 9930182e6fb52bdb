package org.praxisdatenbank.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.transfer.ImportRun.Pending;

/**
 * Keeps what is published of Good Practice examples: a record that says nothing of it leaves it as it is, and none replaces
 * what two pairs of eyes have published here. Used by one thread.
 */
final class Descriptions {
    private final ImportStore.Transaction transaction;
    private final FindingLog log;

    Descriptions(ImportStore.Transaction transaction, FindingLog log) {
        this.transaction = transaction;
        this.log = log;
    }

    /**
     * What stands in the database of an example.
     *
     * @param isAssessed whether it was published at the end of an assessment here
     */
    record Described(ExampleText text, boolean isAssessed) {}

    /** Completes the records of a batch; returns where those stand that are refused. */
    Set<Place> complete(List<Pending> batch) {
        Map<PracticeId, Described> present =
                transaction.described(batch.stream().map(Pending::id).toList());
        Set<Place> refused = new HashSet<>();
        batch.replaceAll(row -> {
            @Nullable Practice practice = row.practice();
            @Nullable Described described = present.get(row.id());
            if (practice == null || described == null) {
                return row;
            }
            GoodPractice given = practice.classification().goodPractice();
            if (isReplaced(given, described)) {
                return refuse(row, ExampleReader.FIELD, "finding.example.assessed", refused);
            }
            if (given.passed() == null) {
                return refuse(row, "good_practice", "finding.example.unstated", refused);
            }
            return given.isExample() && given.description() == null
                    ? new Pending(row.place(), row.id(), practice.described(described.text()))
                    : row;
        });
        return refused;
    }

    private static boolean isReplaced(GoodPractice given, Described described) {
        return described.isAssessed()
                && given.description() != null
                && !Objects.equals(given.description(), described.text());
    }

    private Pending refuse(Pending row, String field, String why, Set<Place> refused) {
        refused.add(row.place());
        new RecordFaults(row.place(), row.id().value(), log).add(field, null, Said.of(why));
        return row;
    }
}
