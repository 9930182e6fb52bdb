package org.praxisdatenbank.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.practice.Practice;

/** What an export writes, an import reads as the very same, whatever stands in it. */
class RoundTripTest {
    private static final RandomRecords RANDOM = new RandomRecords();

    @Provide
    Arbitrary<List<Practice>> practices() {
        return RANDOM.practice().list().ofMaxSize(4);
    }

    static byte[] written(List<Practice> practices, FileFormat format, boolean hasMark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PracticeWriter writer = PracticeWriter.of(format, out, hasMark);
        writer.begin();
        for (Practice practice : practices) {
            writer.write(practice);
        }
        writer.end();
        return out.toByteArray();
    }

    private static List<Practice> read(byte[] file, String name) throws IOException {
        FindingLog log = new FindingLog(10);
        PracticeReader reader = new PracticeReader(RandomRecords.LISTS, log);
        List<Practice> practices = new ArrayList<>();
        ImportSource source = ImportSource.stream(name, new ByteArrayInputStream(file));
        try (OpenedSource opened = OpenedSource.open(source)) {
            opened.rows(ImportLimits.DEFAULT.recordLength(), Map.of()).forEach(row -> {
                assertThat(row).isInstanceOf(Row.Read.class);
                Row.Read read = (Row.Read) row;
                reader.read(read.place(), read.value(), read.columns()).ifPresent(practices::add);
            });
            assertThat(opened.notes()).isEmpty();
        }
        assertThat(log.findings()).isEqualTo(Findings.NONE);
        return practices;
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void csv(@ForAll("practices") List<Practice> practices, @ForAll boolean hasMark) throws IOException {
        assertThat(read(written(practices, FileFormat.CSV, hasMark), "a.csv")).isEqualTo(practices);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void xlsx(@ForAll("practices") List<Practice> practices) throws IOException {
        assertThat(read(written(practices, FileFormat.XLSX, false), "a.xlsx")).isEqualTo(practices);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void json_lines(@ForAll("practices") List<Practice> practices) throws IOException {
        if (!practices.isEmpty()) {
            assertThat(read(written(practices, FileFormat.JSON_LINES, false), "a.jsonl"))
                    .isEqualTo(practices);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void json(@ForAll("practices") List<Practice> practices) throws IOException {
        assertThat(read(written(practices, FileFormat.JSON, false), "a.json")).isEqualTo(practices);
    }

    @Test
    void texts_that_are_longer_than_a_cell() throws IOException {
        List<Practice> longest = List.of(RandomRecords.longest());
        assertThat(read(written(longest, FileFormat.XLSX, false), "a.xlsx")).isEqualTo(longest);
        assertThat(read(written(longest, FileFormat.CSV, true), "a.csv")).isEqualTo(longest);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
    void no_cell_is_a_formula(@ForAll("practices") List<Practice> practices) {
        for (Practice practice : practices) {
            for (Column column : Column.values()) {
                assertThat(CellValue.of(practice, column).text())
                        .doesNotStartWith("=")
                        .doesNotStartWith("+")
                        .doesNotStartWith("-")
                        .doesNotStartWith("@")
                        .doesNotStartWith("\t");
            }
        }
    }
}
