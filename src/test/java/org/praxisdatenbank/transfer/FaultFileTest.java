package org.praxisdatenbank.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.transfer.Records.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.progress.Progress;

/** A file that comes back with what is wrong in it, and can be imported again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultFileTest {
    private static final int RECORD_LENGTH = 100_000;

    private final TestDatabase database = TestDatabase.create();
    private final Importer importer =
            new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT);

    @AfterAll
    void close() {
        database.close();
    }

    private ImportResult checked(String name, byte[] content) {
        return importer.run(source(name, content), Map.of(), true, Progress.NONE);
    }

    private byte[] marked(String name, byte[] content) throws IOException {
        ImportSource file = ImportSource.upload(name, content, Authorship.IMPORT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FaultFile(file, RECORD_LENGTH, checked(name, content).findings().first(), Finding::message)
                .write("Import errors", out);
        return out.toByteArray();
    }

    private String marked(String name, String content) throws IOException {
        return new String(marked(name, content.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void csv_keeps_its_separator_and_no_cell_is_a_formula() throws IOException {
        String csv = "id;type;title;summary\naaa;project;=1+1;'=2+2\nbbb;projeckt;@x;\"two\nlines\"\n";
        assertThat(marked("a.csv", csv))
                .isEqualToNormalizingNewlines(
                        """
                        \uFEFFid;type;title;summary;Import errors
                        aaa;project;'=1+1;'=2+2;
                        bbb;projeckt;'@x;"two
                        lines";"there is no such id; did you mean ""project""?"
                        """);
    }

    @Test
    void rows_that_are_too_short_and_those_that_cannot_be_read_are_told_too() throws IOException {
        String csv = "id,type,title,summary\naaa,project\nbbb,project,T,S,more\nccc,project,T,\"S";
        assertThat(marked("a.csv", csv).lines())
                .containsExactly(
                        "\uFEFFid,type,title,summary,,Import errors",
                        "aaa,project,,,,\"has 2 cells, the header has 4; put a text with line ends or separators between quotation marks\"",
                        "bbb,project,T,S,more,stands in a column that has no name; name the column or empty the cell",
                        ",,,,,not valid CSV: Unclosed quoted field at end of input (record starting at line 4); correct it; what follows it was not checked");
    }

    @Test
    void what_is_wrong_with_the_header_stands_in_the_first_row() throws IOException {
        assertThat(marked("a.csv", "id,type,title,summary,colour\naaa,project,T,S,red\n"))
                .contains("summary,colour,Import errors", "aaa,project,T,S,red,\"there is no such column;");
    }

    @Test
    void a_workbook_comes_back_as_a_workbook_with_each_row_where_it_was() throws IOException {
        byte[] workbook = Workbooks.of(Workbooks.HEADER
                        + Workbooks.row(2, "aaa", "project", "T", "S")
                        + Workbooks.row(7, "bbb", "projeckt", "=T", "S"))
                .bytes();
        byte[] marked = marked("a.xlsx", workbook);
        TableLook look = importer.look(source("a.xlsx", marked), 2);
        assertThat(look.columns()).extracting(ColumnGuess::name).contains("summary", "Import errors");
        assertThat(look.first().getLast())
                .singleElement()
                .asString()
                .startsWith("there is no such id; did you mean \"project\"?");
        assertThat(look.first().get(2)).containsExactly("T", "'=T");
        assertThat(checked("a.xlsx", marked).findings().first()).singleElement().returns(7L, finding -> finding.place()
                .line());
    }

    @Test
    void a_corrected_file_is_taken_without_removing_anything() throws IOException {
        String csv = "id,type,title,summary\naaa,projeckt,T,S\n";
        assertThat(checked(
                                "a.csv",
                                marked("a.csv", csv)
                                        .replace("projeckt", "project")
                                        .getBytes(UTF_8))
                        .findings()
                        .first())
                .isEmpty();
        String json = "[{\"id\":\"aaa\",\"type\":\"projeckt\",\"title\":\"T\",\"summary\":\"\\ud83d\"}]";
        String lines = marked("a.json", json);
        assertThat(lines).contains("\"import_errors\":").endsWith("}\n");
        assertThat(checked("a.jsonl", lines.replace("projeckt", "project").getBytes(UTF_8))
                        .findings()
                        .first())
                .isEmpty();
    }
}
