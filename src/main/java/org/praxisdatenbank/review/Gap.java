package org.praxisdatenbank.review;

import java.util.ArrayList;
import java.util.List;
import org.praxisdatenbank.transfer.RecordCheck.Checked;

/**
 * What a field still needs.
 *
 * @param kind why
 */
record Gap(Field field, Kind kind) {
    /** How bad it is. */
    enum Kind {
        /** Cannot be published without. */
        MISSING,
        /** Cannot be published so. */
        WRONG,
        /** Is found and understood better with. */
        ADVISED
    }

    boolean isInTheWay() {
        return kind != Kind.ADVISED;
    }

    /** In the order of the form. */
    static List<Gap> of(Entered entered, Checked checked) {
        List<String> refused = checked.findings().stream()
                .map(finding -> root(finding.field() == null ? "" : finding.field()))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (Field field : Field.values()) {
            boolean isEmpty = !entered.hasField(field.id());
            if (refused.contains(field.id())) {
                gaps.add(new Gap(field, isEmpty ? Kind.MISSING : Kind.WRONG));
            } else if (isEmpty) {
                gaps.add(new Gap(field, Kind.ADVISED));
            }
        }
        return gaps;
    }

    /** {@code states} of {@code states[1]}. */
    private static String root(String path) {
        return path.split("[.\\[]", 2)[0];
    }
}
