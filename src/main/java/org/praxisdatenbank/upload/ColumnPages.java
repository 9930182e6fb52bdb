package org.praxisdatenbank.upload;

import static org.praxisdatenbank.account.WorkPages.EDITORS;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.transfer.ColumnGuess;
import org.praxisdatenbank.transfer.ImportField;
import org.praxisdatenbank.transfer.TableLook;
import org.praxisdatenbank.web.Routes;

/** What each column of a table is: guessed, and put right by hand. */
public final class ColumnPages implements Routes {
    static final String COLUMNS = "/spalten";

    private final WorkPages work;
    private final Uploads uploads;

    public ColumnPages(WorkPages work, Uploads uploads) {
        this.work = work;
        this.uploads = uploads;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, CheckPages.PATH + COLUMNS, EDITORS, this::show);
        work.post(server, CheckPages.PATH + COLUMNS, EDITORS, this::map);
    }

    /** The columns of a file, with what they are taken for. */
    public record ColumnsPage(WorkFrame work, Upload upload, TableLook look) {
        public List<ImportField> fields() {
            return ImportField.all();
        }

        /** In the page's language, with its name in the record format. */
        public String label(ImportField field) {
            String label = work.frame().isGerman() ? field.german() : field.english();
            return label + (field.isRequired() ? " *" : "");
        }

        /** Whether the column is that field. */
        public boolean isChosen(ColumnGuess column, ImportField field) {
            @Nullable String given = upload.mapping().get(column.name());
            return field.id().equals(given == null ? column.field() : given);
        }

        public String path() {
            return CheckPages.path(upload.id());
        }
    }

    private void show(Context request, SignedIn who) {
        Upload upload = uploads.get(request.pathParam("id"), who);
        if (!uploads.isTable(upload, who)) {
            work.back(request, CheckPages.path(upload.id()), "");
            return;
        }
        WorkFrame frame = work.frame(request, who, "upload.columns.title");
        work.show(request, "upload/columns", new ColumnsPage(frame, upload, uploads.look(upload, who)));
    }

    private void map(Context request, SignedIn who) {
        Upload upload = uploads.get(request.pathParam("id"), who);
        Map<String, String> mapping = new LinkedHashMap<>();
        if (!uploads.isTable(upload, who)) {
            work.back(request, CheckPages.path(upload.id()), "");
            return;
        }
        for (ColumnGuess column : uploads.look(upload, who).columns()) {
            String chosen = chosen(request, column);
            if (!column.name().isEmpty() && !chosen.equals(column.field())) {
                mapping.put(column.name(), chosen);
            }
        }
        uploads.store().map(upload.id(), mapping);
        work.back(request, CheckPages.path(upload.id()), "");
    }

    /** Empty: the column is left out. */
    private static String chosen(Context request, ColumnGuess column) {
        String typed = WorkPages.typed(request, "feld-" + column.letters());
        return ImportField.all().stream()
                .map(ImportField::id)
                .filter(typed::equals)
                .findFirst()
                .orElse("");
    }
}
