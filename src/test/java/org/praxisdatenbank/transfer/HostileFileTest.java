package org.praxisdatenbank.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.praxisdatenbank.transfer.Records.record;
import static org.praxisdatenbank.transfer.Records.recordWith;
import static org.praxisdatenbank.transfer.Records.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.progress.Progress;

/** Files that are not what they should be: a clear message, and nothing is changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileFileTest {
    private static final String ONE = record("one");

    private final TestDatabase database = TestDatabase.create();
    private final Importer importer =
            new Importer(new ImportStore(database.database().jdbi()), new ImportLimits(100, 1_000));

    @AfterEach
    void nothing_is_changed() {
        assertThat(new PracticeStore(database.database().jdbi()).countPublished())
                .isZero();
    }

    @AfterAll
    void close() {
        database.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("a.json", new byte[0], "a.json is empty"),
                arguments("a.jsonl", utf8(" \n \n"), "a.jsonl begins with white space only"),
                arguments("a.json", ("[" + ONE + "]").getBytes(UTF_16), "a.json is in UTF-16. Save it in UTF-8."),
                arguments(
                        "a.json", ("[" + ONE + "]").getBytes(UTF_16LE), "a.json is not text in UTF-8: it is in UTF-16"),
                arguments("a.jsonl", new byte[] {0x7F, 'E', 'L', 'F', 0, 1}, "a.jsonl is not text in UTF-8"),
                arguments("a", new byte[] {'P', 'K', 3, 4, 20, 0}, "a is a broken ZIP archive ("),
                arguments("a.csv", new byte[0], "a.csv is empty"),
                arguments("a.csv", utf8("id,title\0\n"), "a.csv is not text in UTF-8: it is in UTF-16 or no text"),
                arguments("a.csv", new byte[] {'P', 'K', 3, 4}, "a.csv is a ZIP archive or a workbook. If it is an"),
                arguments("a.json", new byte[] {'P', 'K', 3, 4}, "a.json is a ZIP archive or a workbook."),
                arguments("a.XLSX", utf8("x"), "a.XLSX is no Excel workbook, whatever its name says."),
                arguments("a.xlsx", new byte[0], "a.xlsx is empty"),
                arguments(
                        "a.xls",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0},
                        "a.xls is an old Excel file (.xls), or one with a password. Save it as .xlsx"),
                arguments("a.json", utf8(ONE), "a.json cannot be read: a .json file holds one array of objects"),
                arguments("a.json", utf8("<html>"), "a.json cannot be read: it begins with <, neither with [ nor"),
                arguments("a.jsonl", utf8("[" + ONE + "]"), "a.jsonl cannot be read: in JSON Lines every line is an"),
                arguments("a.txt", utf8("hello"), "a.txt cannot be read: it begins with h, neither with [ nor with {"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_no_such_file_is_refused(String name, byte[] content, String message) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> importer.run(source(name, content), false, Progress.NONE))
                .withMessageStartingWith(message);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("a.json", utf8("[" + ONE + ",\n {\"id\" 7}]"), 2, "not valid JSON at line 2, column "),
                arguments("a.json", utf8("[" + ONE), 2, "the text ends in the middle of a record (line 1, column "),
                arguments("a.json", utf8("[" + ONE + ","), 2, "the text ends in the middle of a record"),
                arguments("a.json", utf8("[" + ONE + "] x"), 1, "not valid JSON at line 1"),
                arguments("a.json", utf8("[" + ONE + "][]"), 1, "there is more text after the end of the array"),
                arguments(
                        "a.json",
                        ("[" + record("one").replace("T", "Ä") + "]").getBytes(ISO_8859_1),
                        1,
                        "not UTF-8 at"),
                arguments("a.json", utf8("[" + "[".repeat(50) + "]"), 1, "lists and objects are nested too deep"),
                arguments(
                        "a.json", utf8("[" + long10Megabytes() + "]"), 1, "the record is longer than 1,000 characters"),
                arguments("a.json", utf8("[{\"n\":" + "9".repeat(1_001) + "}]"), 1, "a number has too many digits"),
                arguments("a.jsonl", utf8(long10Megabytes() + "\n"), 1, "the record is longer than 1,000 characters"),
                arguments("a.jsonl", utf8(manyFields()), 1, "the record is longer than 1,000 characters"),
                arguments("a.json", utf8("[" + manyFields() + "]"), 1, "the record is longer than 1,000 characters"),
                arguments("a.jsonl", utf8("{\"a\":" + "[".repeat(50)), 1, "lists and objects are nested too deep"),
                arguments("a.jsonl", utf8(ONE + ONE), 1, "there is more text after the record; put every"),
                arguments("a.jsonl", utf8("{'id':1}"), 1, "not valid JSON at column "),
                arguments("a.jsonl", utf8(manyRecords() + "{\"a\":\"x\0y\"}"), 100, "not valid JSON"),
                arguments(
                        "a.jsonl", recordWith("\"place\":\"Köln\"").getBytes(ISO_8859_1), 1, "not UTF-8 at column 67"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static String long10Megabytes() {
        return recordWith("\"description\":\"" + "x".repeat(10_000_000) + "\"");
    }

    /** More than is looked at before the reading begins. */
    private static String manyRecords() {
        StringBuilder records = new StringBuilder();
        for (int i = 1; i < 100; i++) {
            records.append(record("row-" + i)).append('\n');
        }
        return records.toString();
    }

    private static String manyFields() {
        StringBuilder record = new StringBuilder("{");
        for (int i = 0; i < 1_000; i++) {
            record.append("\"f").append(i).append("\":1,");
        }
        return record.append("\"z\":1}").toString();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_broken_is_named_with_its_place(String name, byte[] content, long row, String message) {
        ImportResult result = importer.run(source(name, content), false, Progress.NONE);
        assertThat(result.findings().first()).singleElement().satisfies(finding -> {
            assertThat(finding.place().row()).isEqualTo(row);
            assertThat(finding.message()).startsWith(message);
        });
    }

    static Stream<Arguments> brokenTables() {
        String good = Workbooks.row(2, "a-a", "project", "T", "S");
        return Stream.of(
                arguments("a.csv", utf8(" \n"), "there is nothing in it; name the columns"),
                arguments("a.csv", utf8("x".repeat(2_000) + "\n"), "the record is longer than 1,000 characters"),
                arguments("a.csv", utf8("a,".repeat(1_999) + "a\n"), "there are more than 200 columns, the record"),
                arguments(
                        "a.csv", utf8("id,type,title,summary\na,\"" + "x".repeat(10_000_000)), "the record is longer"),
                arguments("a.xlsx", Workbooks.of("").bytes(), "there is nothing in it; name the columns"),
                arguments("a.xlsx", columns(2_000), "there are more than 200 columns, the record format has 24"),
                arguments(
                        "a.xlsx",
                        Workbooks.of(Workbooks.HEADER + "<row r='2'>" + Workbooks.text("ZZZZZZZ2", "x") + "</row>")
                                .bytes(),
                        "there are more than 200 columns"),
                arguments(
                        "a.xlsx",
                        Workbooks.of(Workbooks.HEADER + "<row r='2'><c t='s'><v>7</v></c></row>")
                                .bytes(),
                        "a cell names the text 7, which is not there"),
                arguments(
                        "a.xlsx",
                        Workbooks.of(Workbooks.HEADER + "<row><c></row>").bytes(),
                        "its XML is broken at"),
                arguments(
                        "a.xlsx",
                        Workbooks.of(Workbooks.HEADER + "<row r='2'>" + Workbooks.text("A2", "&xxe;") + "</row>")
                                .bytes(),
                        "i"),
                arguments(
                        "a.xlsx",
                        Workbooks.of(Workbooks.HEADER + "</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>"
                                        + "<sheetData>")
                                .bytes(),
                        "the cells A2:A3 are merged, but only the first of them has a value"),
                arguments(
                        "a.xlsx",
                        Workbooks.of(Workbooks.HEADER + good + Workbooks.row(3, "b-b", "project", "x".repeat(2_000)))
                                .bytes(),
                        "the record is longer than 1,000 characters"));
    }

    private static byte[] columns(int number) {
        StringBuilder row = new StringBuilder("<row>");
        for (int column = 0; column < number; column++) {
            row.append("<c t='inlineStr'><is><t>c").append(column).append("</t></is></c>");
        }
        return Workbooks.of(row.append("</row>").toString()).bytes();
    }

    @ParameterizedTest
    @MethodSource("brokenTables")
    void what_is_broken_in_a_table_is_named(String name, byte[] content, String message) {
        ImportResult result = importer.run(source(name, content), false, Progress.NONE);
        assertThat(result.findings().first()).isNotEmpty().anySatisfy(finding -> assertThat(finding.message())
                .startsWith(message));
    }

    @Test
    void a_hundred_unknown_columns_are_a_hundred_faults_at_most() {
        assertThat(importer.run(source("a.xlsx", columns(100)), false, Progress.NONE)
                        .findings()
                        .total())
                .isEqualTo(104);
    }

    static Stream<Arguments> noWorkbooks() {
        Workbooks plain = Workbooks.of(Workbooks.HEADER);
        String bomb = " ".repeat(1_000_000).repeat(40);
        return Stream.of(
                arguments(
                        Workbooks.of("").with("xl/vbaProject.bin", "x"),
                        "a.xlsx holds macros (.xlsm). Save it as .xlsx, which has none."),
                arguments(
                        Workbooks.of("")
                                .with(
                                        "[Content_Types].xml",
                                        "<Types><Override ContentType='a.macroEnabled.b'/></Types>"),
                        "a.xlsx holds macros (.xlsm)."),
                arguments(Workbooks.of("").with("xl/workbook.bin", "x"), "a.xlsx is a binary workbook (.xlsb)."),
                arguments(Workbooks.of("").with("content.xml", "x"), "a.xlsx is an OpenDocument file (.ods)."),
                arguments(
                        plain.with("xl/sharedStrings.xml", "<sst>" + bomb + "</sst>"),
                        "a.xlsx cannot be read (unpacked it is larger than 16 MB, far more than its size tells;"),
                arguments(
                        Workbooks.of("")
                                .with(
                                        "xl/workbook.xml",
                                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><workbook>&x;</workbook>"),
                        "a.xlsx cannot be read (it holds a document type or entities, which no spreadsheet writes)."),
                arguments(
                        Workbooks.of("").with("xl/_rels/workbook.xml.rels", "<Relationships/>"),
                        "a.xlsx cannot be read (it has no visible sheet)."));
    }

    @ParameterizedTest
    @MethodSource("noWorkbooks")
    void what_is_no_plain_workbook_is_refused(Workbooks workbook, String message) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> importer.run(source("a.xlsx", workbook.bytes()), false, Progress.NONE))
                .withMessageStartingWith(message);
    }

    @Test
    void a_sheet_that_names_foreign_files_is_not_read() {
        byte[] hostile = Workbooks.of("")
                .with(
                        Workbooks.SHEET,
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><worksheet><sheetData>"
                                + Workbooks.HEADER + Workbooks.row(2, "a-a", "project", "&x;", "S")
                                + "</sheetData></worksheet>")
                .bytes();
        assertThat(importer.run(source("a.xlsx", hostile), false, Progress.NONE)
                        .findings()
                        .first())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("it holds a document type"));
    }

    @Test
    void a_bomb_in_the_sheet_is_noticed_while_it_is_read() {
        byte[] bomb = Workbooks.of(Workbooks.HEADER
                        + Workbooks.row(2, " ".repeat(1_000_000).repeat(40)))
                .bytes();
        assertThat(importer.run(source("a.xlsx", bomb), false, Progress.NONE)
                        .findings()
                        .first())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("unpacked it is larger than 16 MB"));
    }

    @Test
    void lines_after_a_broken_one_are_checked_too() {
        String lines = "{\n\n" + long10Megabytes() + "\n" + recordWith("\"x\":1") + "\n}";
        assertThat(importer.run(source("a.ndjson", lines), false, Progress.NONE)
                        .findings()
                        .first())
                .extracting(finding -> finding.place().toString())
                .containsExactly("row 1, line 1", "row 2, line 3", "row 3, line 4", "row 4, line 5");
    }

    @Test
    void records_after_one_with_too_many_fields_are_checked_too() {
        String array = "[" + manyFields() + "," + recordWith("\"x\":1") + "]";
        assertThat(importer.run(source("a.json", array), false, Progress.NONE)
                        .findings()
                        .first())
                .extracting(finding -> finding.place().row())
                .containsExactly(1L, 2L);
    }

    @Test
    void a_byte_order_mark_an_unknown_ending_and_windows_lines_are_accepted() {
        String lines = "\uFEFF" + record("one") + "\r\n" + record("two") + "\r\n";
        assertThat(importer.run(source("practices.txt", lines), true, Progress.NONE)
                        .saved())
                .isEqualTo(new PracticeStore.Saved(2, 0, 0));
    }

    @Test
    void a_folder_and_a_missing_file_are_refused(@TempDir Path folder) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> importer.run(ImportSource.file(folder), false, Progress.NONE))
                .withMessage(folder + " is a directory. Name a file in it.");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> importer.run(ImportSource.file(folder.resolve("no.json")), false, Progress.NONE))
                .withMessage("There is no file " + folder.resolve("no.json") + ". Check its name.");
    }

    @Test
    void a_disk_that_fails_half_way_changes_nothing() {
        InputStream failing = new InputStream() {
            private int left = 200;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("disk on fire");
                }
                return left > 150 ? ' ' : '{';
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> importer.run(ImportSource.stream("a.jsonl", failing), false, Progress.NONE))
                .withMessage("a.jsonl cannot be read (disk on fire). Nothing was changed.");
    }

    @Test
    void a_file_is_read_like_a_stream(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), ONE + "\n");
        assertThat(importer.run(ImportSource.file(file), true, Progress.NONE).read())
                .isEqualTo(1);
    }
}
