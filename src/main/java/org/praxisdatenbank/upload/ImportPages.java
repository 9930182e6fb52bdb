package org.praxisdatenbank.upload;

import static org.praxisdatenbank.account.WorkPages.EDITORS;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.transfer.ImportHistoryStore;
import org.praxisdatenbank.transfer.PastImport;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentFile;

/** Where an import begins: a file is uploaded; what waits, and what was imported lately. */
public final class ImportPages implements Routes {
    static final String PATH = "/verwaltung/import";
    private static final String FIELD = "datei";
    private static final int LISTED = 200;
    private static final int MEGABYTE = 1_000_000;

    private final WorkPages work;
    private final Uploads uploads;
    private final ImportHistoryStore history;
    private final int mostBytes;

    /** @param mostBytes of a form with a file */
    public ImportPages(WorkPages work, Uploads uploads, ImportHistoryStore history, int mostBytes) {
        this.work = work;
        this.uploads = uploads;
        this.history = history;
        this.mostBytes = mostBytes;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, EDITORS, (request, who) -> show(request, who, List.of()));
        work.upload(server, PATH, EDITORS, FIELD, mostBytes, this::take);
    }

    /**
     * Where an import begins.
     *
     * @param waiting what this person has uploaded, latest first
     * @param past imports of the last days, latest first
     * @param most how large a file may be, in words
     * @param faults why the last file was not taken
     */
    public record ImportPage(
            WorkFrame work, List<Upload> waiting, List<PastImport> past, String most, List<Fault> faults) {
        public ImportPage {
            waiting = List.copyOf(waiting);
            past = List.copyOf(past);
            faults = List.copyOf(faults);
        }
    }

    private void show(Context request, SignedIn who, List<Fault> faults) {
        WorkFrame frame = work.frameAt(PATH, request, who, "upload.title");
        List<Upload> waiting = uploads.store().of(who.account().id());
        work.show(
                request,
                "upload/start",
                new ImportPage(frame, waiting, history.list(LISTED), most(frame), faults),
                faults);
    }

    private String most(WorkFrame frame) {
        return mostBytes < MEGABYTE
                ? frame.text("upload.most.bytes", mostBytes)
                : frame.text("upload.most", mostBytes / MEGABYTE);
    }

    private void take(Context request, SignedIn who, SentFile file) {
        WorkFrame frame = work.frameAt(PATH, request, who, "upload.title");
        switch (file) {
            case SentFile.None none -> show(request, who, fault(frame.text("upload.fault.none")));
            case SentFile.TooLarge tooLarge -> {
                show(request, who, fault(frame.text("upload.fault.large", most(frame))));
                request.status(HttpStatus.CONTENT_TOO_LARGE);
            }
            case SentFile.Taken taken -> keep(request, who, taken, frame);
        }
    }

    private void keep(Context request, SignedIn who, SentFile.Taken file, WorkFrame frame) {
        try {
            Upload.Id id = uploads.add(who, file.name(), file.content());
            boolean isTable = uploads.isTable(uploads.get(id.toString(), who), who);
            work.back(request, CheckPages.path(id) + (isTable ? ColumnPages.COLUMNS : ""), "");
        } catch (Refused refused) { // says what is wrong with this very file
            show(request, who, fault(frame.frame().text(refused.why().orElseThrow(() -> refused))));
        }
    }

    private static List<Fault> fault(String text) {
        return List.of(new Fault(FIELD, text));
    }
}
