package org.praxisdatenbank.search;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.query.PracticeSearch;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.transfer.FileFormat;
import org.praxisdatenbank.transfer.PracticeWriter;
import org.praxisdatenbank.transfer.SelectionExporter;
import org.praxisdatenbank.web.Download;
import org.praxisdatenbank.web.DownloadType;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/**
 * All that a search finds, as a file in the record format: found in the index, in its order, and written as it stands in
 * the database at one moment.
 */
public final class ExportApi implements Routes {
    /** Each takes a connection to the database for as long as somebody downloads. */
    static final int AT_ONCE = 2;

    private static final String MARK = "bom";
    private static final int NAME_CHARACTERS = 40;

    private final PracticeSearch search;
    private final SearchUrl urls;
    private final SelectionExporter exporter;
    private final BooleanSupplier isDatabaseReachable;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** @param isDatabaseReachable answers within a second */
    public ExportApi(
            PracticeSearch search,
            SearchUrl urls,
            SelectionExporter exporter,
            BooleanSupplier isDatabaseReachable,
            Clock clock) {
        this.search = search;
        this.urls = urls;
        this.exporter = exporter;
        this.isDatabaseReachable = isDatabaseReachable;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        for (DownloadType type : DownloadType.values()) {
            server.get(type.path(), request -> answer(request, type));
        }
    }

    private void answer(Context request, DownloadType type) {
        Parameters given = new Parameters(QueryString.of(request));
        SearchQuery query = urls.readWholeStrictly(given, List.of(MARK));
        boolean hasMark =
                given.choice(MARK, Map.of("true", true, "false", false)).orElse(false);
        if (!isDatabaseReachable.getAsBoolean()) {
            throw new Problem.NotReady("database").raise();
        }
        if (!turns.tryAcquire()) {
            throw new Problem.NotReady("export").raise();
        }
        try {
            Download download = new Download(request, type, name(query, type));
            FileFormat format = format(type);
            download.run(() -> exporter.run(
                    ids -> search.forEachId(query, ids),
                    total -> begin(download, format, total),
                    out -> PracticeWriter.of(format, out, hasMark)));
        } finally {
            turns.release();
        }
    }

    private static @Nullable OutputStream begin(Download download, FileFormat format, long total) throws IOException {
        if (total > format.room()) {
            throw new Problem.Invalid("q", "problem.export.rows", String.valueOf(format.room())).raise();
        }
        return download.begin(total);
    }

    private static FileFormat format(DownloadType type) {
        return switch (type) {
            case CSV -> FileFormat.CSV;
            case XLSX -> FileFormat.XLSX;
            case JSON_LINES -> FileFormat.JSON_LINES;
        };
    }

    /** Tells the day and, briefly, the search: {@code praxisdatenbank-2026-03-01-bewegung-de-be.csv}. */
    private String name(SearchQuery query, DownloadType type) {
        StringBuilder words = new StringBuilder(query.text());
        FilterUrl.print(query.filters()).forEach(pair -> words.append(' ').append(pair.value()));
        String plain = words.toString()
                .toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-");
        String asked =
                plain.substring(0, Math.min(plain.length(), NAME_CHARACTERS)).replaceAll("^-|-$", "");
        return "praxisdatenbank-" + LocalDate.now(clock) + (asked.isEmpty() ? "" : "-" + asked) + "." + type.ending();
    }
}
