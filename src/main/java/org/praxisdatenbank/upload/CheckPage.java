package org.praxisdatenbank.upload;

import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.transfer.Finding;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.Place;

/** What would become of a file, and what is wrong in it. */
public record CheckPage(WorkFrame work, Checked checked) {

    /**
     * A file that was checked.
     *
     * @param isTable whether it has columns
     * @param result null: it could not be checked
     * @param refused why; null: it could
     */
    public record Checked(Upload upload, boolean isTable, @Nullable ImportResult result, @Nullable Said refused) {}

    public String path() {
        return CheckPages.path(checked.upload().id());
    }

    /** Where the record stands: {@code Zeile 5}. */
    public String row(Place place) {
        if (place.row() == 0) {
            return work.text("upload.place.header");
        }
        return place.line() == null
                ? work.text("upload.place.record", place.row())
                : work.text("upload.place.line", place.line());
    }

    /** What is wrong; also names the part of the cell where that is not the whole. */
    public String wrong(Finding finding) {
        return work.frame().text(finding.wrong());
    }

    /** How many findings are not listed. */
    public long others(ImportResult result) {
        return result.findings().total() - result.findings().first().size();
    }
}
