package org.praxisdatenbank.fruitless;

import static org.praxisdatenbank.account.WorkPages.EDITORS;
import static org.praxisdatenbank.account.WorkPages.typed;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.praxisdatenbank.account.SignedIn;
import org.praxisdatenbank.account.WorkFrame;
import org.praxisdatenbank.account.WorkPages;
import org.praxisdatenbank.transfer.Cells;
import org.praxisdatenbank.web.QueryString;
import org.praxisdatenbank.web.Routes;

/** What people searched for and did not find, for those who can do something about it. */
public final class FruitlessPages implements Routes {
    private static final String PATH = "/verwaltung/ohne-treffer";
    private static final int MOST = 200;
    private static final String TEXT = "text";

    private final WorkPages work;
    private final FruitlessStore store;
    private final Clock clock;

    public FruitlessPages(WorkPages work, FruitlessStore store, Clock clock) {
        this.work = work;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        work.get(server, PATH, EDITORS, this::show);
        work.get(server, PATH + ".csv", EDITORS, (request, who) -> export(request));
        work.post(server, PATH + "/loeschen", EDITORS, this::remove);
    }

    private void show(Context request, SignedIn who) {
        WorkFrame frame = work.frame(request, who, "fruitless.title");
        DateTimeFormatter month =
                DateTimeFormatter.ofPattern("LLLL uuuu", frame.frame().language());
        List<Row> rows = store.list(YearMonth.now(clock), MOST).stream()
                .map(search -> new Row(
                        search.text(),
                        "/suche?q=" + QueryString.encode(search.text()),
                        frame.frame().number(search.times()),
                        search.last().format(month)))
                .toList();
        work.show(request, "fruitless/list", new FruitlessPage(frame, rows, Tally.FEW, MOST));
    }

    private void remove(Context request, SignedIn who) {
        store.remove(typed(request, TEXT), WorkPages.doer(request, who));
        work.back(request, PATH, "fruitless_removed");
    }

    private void export(Context request) {
        StringWriter table = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(table)) {
            rows.writeRecord(TEXT, "times", "last");
            for (FruitlessSearch search : store.list(YearMonth.now(clock), Integer.MAX_VALUE)) {
                rows.writeRecord(
                        Cells.guarded(search.text()),
                        String.valueOf(search.times()),
                        search.last().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the searches without hits", e);
        }
        request.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"ohne-treffer.csv\"")
                .result(table.toString());
    }

    /**
     * The most frequent ones.
     *
     * @param few so many visitors must have searched for a text before it is listed
     * @param most how many rows there are at most
     */
    public record FruitlessPage(WorkFrame work, List<Row> rows, int few, int most) {
        public FruitlessPage {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A text.
     *
     * @param path where it is searched for, German, from the root
     */
    public record Row(String text, String path, String times, String last) {}
}
