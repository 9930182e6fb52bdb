package org.praxisdatenbank.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.praxisdatenbank.transfer.Records.source;
import static org.praxisdatenbank.transfer.Workbooks.HEADER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;

/** Tables as people make them. */
final class TableTest {
    private static final String GERMAN =
            "Kennung;Art des Angebots;Titel;Kurzbeschreibung;Träger;PLZ;Bundesländer;Themenbereich;Kriterien guter Praxis;"
                    + "Good Practice;Good-Practice-Jahr;Beginn;Ende;Zuletzt bestätigt\r\n"
                    + "demo; Projekt ;Ein Titel;\"Zeile 1\r\nZeile 2\";Ärztekammer;01067;Bayern | BE;gesundheitsförderung bei ÄLTEREN;"
                    + "\"Partizipation:3:Gute; Arbeit\nempowerment\";Ja;2005;03/2004;offen;1.3.2025\r\n";

    private TestDatabase database;
    private Importer importer;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        importer = new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ImportResult run(String name, byte[] content) {
        return importer.run(source(name, content), false, Progress.NONE);
    }

    private List<Finding> findings(String csv) {
        return run("a.csv", csv.getBytes(UTF_8)).findings().first();
    }

    private JsonNode stored(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out.jsonl");
        new Exporter(new PracticeStore(database.database().jdbi())).run(file, Progress.NONE);
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private static void assertGerman(JsonNode record) {
        assertThat(record.toString())
                .isEqualTo(
                        "{\"id\":\"demo\",\"type\":\"project\",\"title\":\"Ein Titel\",\"summary\":\"Zeile 1\\nZeile 2\","
                                + "\"provider\":\"Ärztekammer\",\"postal_code\":\"01067\",\"states\":[\"DE-BY\",\"DE-BE\"],"
                                + "\"topic_areas\":[\"aeltere\"],\"fields_of_action\":[],\"target_groups\":[],\"age_groups\":[],"
                                + "\"settings\":[],\"criteria\":[{\"id\":\"partizipation\",\"level\":3,\"note\":\"Gute; Arbeit\"},"
                                + "{\"id\":\"empowerment\"}],\"good_practice\":true,\"good_practice_year\":2005,"
                                + "\"start\":\"2004-03\",\"end\":\"open\",\"confirmed\":\"2025-03-01\"}");
    }

    @Test
    void german_names_labels_and_dates_are_understood(@TempDir Path folder) throws IOException {
        ImportResult result = run("a.csv", GERMAN.getBytes(UTF_8));
        assertThat(result.findings().first()).isEmpty();
        assertThat(result.notes()).isEmpty();
        assertGerman(stored(folder));
    }

    @Test
    void the_mark_of_utf_8_is_passed_over(@TempDir Path folder) throws IOException {
        run("a.csv", ("\uFEFF" + GERMAN).getBytes(UTF_8));
        assertGerman(stored(folder));
    }

    @Test
    void utf_16_is_read_by_its_mark(@TempDir Path folder) throws IOException {
        run("a.csv", GERMAN.getBytes(UTF_16));
        assertGerman(stored(folder));
    }

    @Test
    void latin_1_is_read_and_told(@TempDir Path folder) throws IOException {
        ImportResult result = run("a.csv", GERMAN.getBytes(ISO_8859_1));
        assertThat(new ImportReport(result).lines())
                .containsExactly(
                        "a.csv is not in UTF-8; it was read as Windows-1252 (Latin-1). Look whether the umlauts are right.",
                        "1 read: 1 new, 0 changed, 0 unchanged");
        assertGerman(stored(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) {
        String csv = "id,type,title,summary\na-a,project,T,\"S;,\"\n".replace(",", separator);
        assertThat(findings(csv)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard input", "a.txt", "a.tsv"})
    void a_table_without_a_name_is_known_by_its_header(String name) {
        ImportResult result = run(name, "type;ID;title;summary\nproject;abc;T;S\n".getBytes(UTF_8));
        assertThat(result.saved().inserted()).isEqualTo(1);
    }

    @Test
    void a_header_alone_is_no_record_and_no_fault() {
        assertThat(new ImportReport(run("a.csv", "id,type,title,summary\n".getBytes(UTF_8))).lines())
                .containsExactly("0 read: 0 new, 0 changed, 0 unchanged");
    }

    @Test
    void a_fault_names_row_column_value_and_suggestion() {
        String csv =
                "id,type,title,summary,Bundesländer,good_practice,end\n\na-a,projekt,T,S,Bayer;Berlin,vielleicht,bald\n";
        assertThat(findings(csv.replace("projekt", "projeckt")))
                .extracting(finding -> finding.place().toString(), Finding::field, Finding::value, Finding::suggestion)
                .containsExactly(
                        tuple("row 1, line 3, column B (type)", "type", "projeckt", "project"),
                        tuple("row 1, line 3, column E (Bundesländer)", "states[0]", "Bayer", "DE-BY"),
                        tuple("row 1, line 3, column F (good_practice)", "good_practice", "vielleicht", null),
                        tuple("row 1, line 3, column G (end)", "end", "bald", null));
    }

    @Test
    void what_is_wrong_with_the_header_is_said_before_anything_is_read() {
        assertThat(findings("id,Titl,type,TYPE,,colour\na-a,x,y,z,,\n"))
                .extracting(
                        finding -> finding.place().toString(),
                        Finding::value,
                        Finding::suggestion,
                        finding -> finding.message().split("[;,]", 2)[0])
                .containsExactly(
                        tuple("header, line 1, column B", "Titl", "title", "there is no such column"),
                        tuple("header, line 1, column F", "colour", null, "there is no such column"),
                        tuple("header, line 1, column D", "type", null, "column C is the same field"),
                        tuple("header, line 1", "title", null, "the column is missing"),
                        tuple("header, line 1", "summary", null, "the column is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "'a-a,project,T', 'has 3 cells, the header has 4; put a text with line ends'",
        "'a-a,project,T,S,more', stands in a column that has no name",
        "'a-a,project,T,S,,more', stands in a column that has no name",
        "'a-a,project,T,\"S', 'not valid CSV: '",
        "'a-a,project,\"T\"x,S', 'not valid CSV: '"
    })
    void rows_of_another_length_are_refused(String row, String message) {
        assertThat(findings("id,type,title,summary\n" + row + "\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith(message));
    }

    @Test
    void what_stands_below_a_blank_name_is_not_passed_over() {
        assertThat(findings("id,type,title,summary, \na-a,project,T,S,x\n"))
                .extracting(Finding::place, Finding::value)
                .containsExactly(tuple(new Place(1, 2L, "E"), "x"));
    }

    @Test
    void empty_cells_beyond_the_header_are_nothing() {
        assertThat(findings("id,type,title,summary\na-a,project,T,S,,\n,,,\n")).isEmpty();
    }

    @Test
    void columns_are_guessed_and_assigned_by_hand() {
        String csv = "Nummer,Art,Überschrift,Summary,Notiz,Titl\na-a,project,T,S,nur für uns,\n";
        assertThat(importer.columns(source("a.csv", csv)))
                .containsExactly(
                        new ColumnGuess("A", "Nummer", null, null),
                        new ColumnGuess("B", "Art", "type", null),
                        new ColumnGuess("C", "Überschrift", null, null),
                        new ColumnGuess("D", "Summary", "summary", null),
                        new ColumnGuess("E", "Notiz", null, null),
                        new ColumnGuess("F", "Titl", null, "title"));
        Map<String, String> mapping = Map.of("Nummer", "id", "Überschrift", "title", "Notiz", "", "Titl", "");
        ImportResult result = importer.run(source("a.csv", csv), mapping, true, Progress.NONE);
        assertThat(result.findings().first()).isEmpty();
        assertThat(result.saved().inserted()).isEqualTo(1);
    }

    @Test
    void typed_cells_become_what_they_show(@TempDir Path folder) throws IOException {
        String header = Workbooks.row(
                1, "id", "type", "title", "summary", "postal_code", "start", "end", "confirmed", "good_practice");
        String row = "<row r='4'><c r='A4' t='s'><v>0</v></c><c r='B4' t='str'><f>X1</f><v>project</v></c>"
                + "<c r='C4'><v>2005</v></c><c r='D4'><v>1.50</v></c><c r='E4' s='2'><v>1067</v></c>"
                + "<c r='F4' s='3'><v>38412</v></c><c r='G4' s='4'><v>38412</v></c><c r='H4' s='1'><v>45717</v></c>"
                + "<c r='I4' t='b'><v>1</v></c><c r='K4' s='1'/></row>";
        byte[] workbook = Workbooks.of(header + row)
                .styled("00000", "yyyy", "[$-407]mmmm\\ yyyy;@")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst><si><r><t>de</t></r><rPh><t>no</t></rPh><r><t>mo</t></r></si></sst>")
                .bytes();
        assertThat(run("a.xlsx", workbook).findings().first()).isEmpty();
        assertThat(stored(folder))
                .hasToString("{\"id\":\"demo\",\"type\":\"project\",\"title\":\"2005\",\"summary\":\"1.5\","
                        + "\"postal_code\":\"01067\",\"states\":[],\"topic_areas\":[],\"fields_of_action\":[],"
                        + "\"target_groups\":[],\"age_groups\":[],\"settings\":[],\"criteria\":[],\"good_practice\":true,"
                        + "\"start\":\"2005\",\"end\":\"2005-03\",\"confirmed\":\"2025-03-01\"}");
    }

    @Test
    void cells_that_show_nothing_usable_are_named() {
        String row = "<row r='2'><c r='A2' t='inlineStr'><is><t>a-a</t></is></c><c r='B2'><f>1+1</f></c>"
                + "<c r='C2' t='e'><v>#REF!</v></c><c r='D2'><v>1e999999999</v></c></row>";
        assertThat(run("a.xlsx", Workbooks.of(HEADER + row).bytes()).findings().first())
                .extracting(finding -> finding.place().column(), Finding::value, finding -> finding.message()
                        .split("[;,]", 2)[0])
                .containsExactly(
                        tuple("B (type)", "=…", "is a formula without its result"),
                        tuple("C (title)", "#REF!", "is an error of a formula"),
                        tuple("D (summary)", "1e999999999", "is no number that could be shown"));
    }

    @Test
    void an_export_opens_with_its_types(@TempDir Path folder) throws IOException {
        run("a.csv", GERMAN.getBytes(UTF_8));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Path file = folder.resolve("out.csv");
        new Exporter(new PracticeStore(database.database().jdbi())).run(file, true, Progress.NONE);
        text.write(Files.readAllBytes(file));
        assertThat(text.toString(UTF_8))
                .isEqualTo("\uFEFFid,type,title,summary,description,provider,place,postal_code,states,topic_areas,"
                        + "fields_of_action,target_groups,age_groups,settings,criteria,good_practice,good_practice_year,"
                        + "good_practice_description,start,end,website,source_url,origin,confirmed\r\n"
                        + "demo,project,Ein Titel,\"Zeile 1\nZeile 2\",,Ärztekammer,,01067,DE-BY | DE-BE,aeltere,,,,,"
                        + "\"partizipation:3:Gute; Arbeit\nempowerment\",true,2005,,2004-03,open,,,,2025-03-01\r\n");
    }
}
