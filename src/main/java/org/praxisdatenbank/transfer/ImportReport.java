package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.PracticeStore.Saved;

/** The result of an import as plain English text. */
public record ImportReport(ImportResult result) {

    /** One line after the other, the last one sums up. */
    public List<String> lines() {
        List<String> lines =
                new ArrayList<>(result.notes().stream().map(English::of).toList());
        Findings findings = result.findings();
        findings.first().forEach(finding -> add(lines, finding));
        long others = findings.total() - findings.first().size();
        if (others > 0) {
            lines.add("… and " + count(others, "more fault"));
        }
        lines.add(summary());
        return lines;
    }

    private static void add(List<String> lines, Finding finding) {
        lines.add(finding.id() == null ? finding.place().toString() : finding.place() + ", id " + finding.id());
        add(lines, "field", finding.field());
        add(lines, "value", finding.value());
        add(lines, "fault", finding.message());
    }

    private static void add(List<String> lines, String name, @Nullable String content) {
        if (content != null) {
            lines.add("  " + name + "  " + content);
        }
    }

    /** One line. */
    public String summary() {
        Findings findings = result.findings();
        if (result.isRefused()) {
            if (result.read() == 0) {
                return "refused: " + count(findings.total(), "fault") + "; nothing was changed";
            }
            return "refused: " + count(findings.total(), "fault") + " in " + number(findings.records()) + " of "
                    + count(result.read(), "record") + "; nothing was changed";
        }
        Saved saved = result.saved();
        String would = result.isDryRun() ? "would be " : "";
        String summary = number(result.read()) + " read: " + number(saved.inserted()) + " " + would + "new, "
                + number(saved.updated()) + " " + would + "changed, " + number(saved.unchanged()) + " unchanged";
        return result.isDryRun() ? summary + "; dry run, nothing was changed" : summary;
    }

    private static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
