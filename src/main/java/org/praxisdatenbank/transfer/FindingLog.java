package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.List;

/** Counts all findings and keeps the first. Used by one thread. */
final class FindingLog {
    private final int kept;
    private final List<Finding> first = new ArrayList<>();
    private long total;
    private long records;
    private long lastRow;

    FindingLog(int kept) {
        this.kept = kept;
    }

    void add(Finding finding) {
        total++;
        if (finding.place().row() > lastRow) {
            lastRow = finding.place().row();
            records++;
        }
        if (first.size() < kept) {
            first.add(finding);
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    Findings findings() {
        return new Findings(first, total, records);
    }
}
