package org.praxisdatenbank.upload;

import static org.praxisdatenbank.account.WorkPages.EDITORS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.sync.Visibility;
import org.praxisdatenbank.transfer.FaultFile;
import org.praxisdatenbank.transfer.FileFormat;
import org.praxisdatenbank.transfer.Finding;
import org.praxisdatenbank.transfer.ImportResult;
import org.praxisdatenbank.transfer.ImportResult.Kept;
import org.praxisdatenbank.web.Download;
import org.praxisdatenbank.web.DownloadType;
import org.praxisdatenbank.web.Routes;

/** What would become of a file, what is wrong in it, and the step that takes it in. */
public final class CheckPages implements Routes {
    static final String PATH = ImportPages.PATH + "/datei/{id}";
    /** What takes no longer can be found when the page comes that says so. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final WorkPages work;
    private final Uploads uploads;
    private final Visibility visibility;

    public CheckPages(WorkPages work, Uploads uploads, Visibility visibility) {
        this.work = work;
        this.uploads = uploads;
        this.visibility = visibility;
    }

    static String path(Upload.Id id) {
        return ImportPages.PATH + "/datei/" + id;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, EDITORS, this::show);
        work.get(server, PATH + "/fehler", EDITORS, this::download);
        work.post(server, PATH + "/uebernehmen", EDITORS, this::takeOver);
        work.post(server, PATH + "/verwerfen", EDITORS, this::discard);
    }

    private void show(Context request, SignedIn who) {
        Upload upload = uploads.get(request.pathParam("id"), who);
        try {
            boolean isTable = uploads.isTable(upload, who);
            show(request, who, new CheckPage.Checked(upload, isTable, uploads.check(upload, who), null));
        } catch (Refused refused) {
            show(request, who, refused(upload, refused));
        }
    }

    private static CheckPage.Checked refused(Upload upload, Refused refused) {
        return new CheckPage.Checked(upload, false, null, refused.why().orElseThrow(() -> refused));
    }

    private void show(Context request, SignedIn who, CheckPage.Checked checked) {
        if (checked.refused() != null) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        WorkFrame frame = work.frameAt(path(checked.upload().id()), request, who, "upload.check.title");
        work.show(request, "upload/check", new CheckPage(frame, checked));
    }

    private void takeOver(Context request, SignedIn who) {
        Upload upload = uploads.get(request.pathParam("id"), who);
        try {
            ImportResult result = uploads.takeOver(upload, who, WorkPages.doer(request, who));
            @Nullable Kept kept = result.kept();
            if (kept == null) { // refused: something has changed since it was checked
                work.back(request, path(upload.id()), "");
                return;
            }
            kept.transaction().ifPresent(transaction -> visibility.await(transaction, MOMENT));
            work.back(request, PastPages.path(kept.number()), "imported");
        } catch (Refused refused) {
            show(request, who, refused(upload, refused));
        }
    }

    private void discard(Context request, SignedIn who) {
        uploads.store().delete(uploads.get(request.pathParam("id"), who).id());
        work.back(request, ImportPages.PATH, "upload_discarded");
    }

    private void download(Context request, SignedIn who) {
        Upload upload = uploads.get(request.pathParam("id"), who);
        WorkFrame frame = work.frame(request, who, "upload.check.title");
        FaultFile file = uploads.faults(upload, who, finding -> words(finding, frame));
        DownloadType type = type(file.format());
        Download download = new Download(request, type, frame.text("upload.faults.file") + "." + type.ending());
        download.run(() -> file.write(frame.text("upload.faults.column"), download.beginWhole()));
    }

    private static String words(Finding finding, WorkFrame frame) {
        @Nullable String column = finding.place().column();
        @Nullable String where = column == null ? finding.field() : column;
        String text = frame.frame().text(finding.wrong());
        return where == null ? text : where + ": " + text;
    }

    private static DownloadType type(FileFormat format) {
        return switch (format) {
            case CSV -> DownloadType.CSV;
            case XLSX -> DownloadType.XLSX;
            case JSON, JSON_LINES -> DownloadType.JSON_LINES;
        };
    }
}
