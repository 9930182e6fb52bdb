package org.praxisdatenbank.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;

/** A table of 10,000 rows, from the upload to the way back; prints how long each step takes. */
final class LargeFileTest {
    private static final int ROWS = 10_000;
    private static final int EACH_FAULTY = 20;

    private static String table(boolean hasFaults) {
        StringBuilder table = new StringBuilder("Kennung;Art;Titel;Kurzbeschreibung;Bundesland;Kriterien\n");
        for (int row = 0; row < ROWS; row++) {
            boolean isFaulty = hasFaults && row % EACH_FAULTY == 0;
            table.append("gross-").append(row).append(";Projekt;=Titel ").append(row);
            table.append(";\"").append("Ein Satz zum Angebot. ".repeat(20)).append("\";");
            table.append(isFaulty ? "Bayer" : "Bayern").append(";Partizipation:3\n");
        }
        return table.toString();
    }

    private static <T> T timed(String step, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        System.out.printf(Locale.ENGLISH, "10,000 rows, %s: %,d ms%n", step, (System.nanoTime() - begin) / 1_000_000);
        return result;
    }

    @Test
    void ten_thousand_rows_with_five_hundred_faults_are_told_corrected_taken_in_and_back() {
        try (TestApp app = TestApp.start()) {
            People.add(app.database().database().jdbi(), Role.EDITOR);
            Client editor = Client.signedIn(app, Role.EDITOR);
            Conversation desk = new Conversation(editor);

            String faulty = timed("upload", () -> desk.upload("gross.csv", table(true)));
            assertThat(timed("check with 500 faults", () -> desk.page(faulty)))
                    .contains("gross.csv: 500 Angaben sind fehlerhaft, in 500 Datensätzen", "Und 400 weitere.")
                    .contains("<dt>Neu</dt><dd>9.500</dd>", "<dt>Abgelehnt</dt><dd>500</dd>")
                    .contains("<td class=\"kern-table__cell\">E (Bundesland)</td>", ">DE-BY</td>");

            String marked = new String(timed("file with its faults", () -> editor.download(faulty + "/fehler")), UTF_8);
            assertThat(marked.lines()).hasSize(ROWS + 1);
            assertThat(marked.lines().filter(line -> line.contains("meinten Sie")))
                    .hasSize(500);
            assertThat(marked.lines().filter(line -> line.contains(";'=Titel ")))
                    .hasSize(ROWS);

            String corrected = desk.upload("gross-neu.csv", marked.replace(";Bayer;", ";Bayern;"));
            assertThat(timed("check without faults", () -> desk.page(corrected)))
                    .contains("alles in Ordnung", "<dt>Neu</dt><dd>10.000</dd>");
            String run = timed("import", () -> Client.led(desk.act(corrected + "/uebernehmen")));
            assertThat(app.get("/api/v1/practices/gross-20").body()).contains("\"title\":\"=Titel 20\"");
            String path = run.replace("?getan=imported", "");
            assertThat(desk.page(timed("undo", () -> Client.led(desk.act(path + "/zuruecknehmen")))))
                    .contains("zurückgenommen");
            assertThat(app.get("/api/v1/practices/gross-20").statusCode()).isEqualTo(410);
            assertThat(app.get("/api/v1/status").body()).contains("\"practices\":159");
        }
    }
}
