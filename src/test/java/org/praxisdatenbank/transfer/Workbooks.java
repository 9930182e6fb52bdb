package org.praxisdatenbank.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks part by part, also such as no spreadsheet would write. */
public final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    /** The four columns that are necessary, in the first row. */
    public static final String HEADER = row(1, "id", "type", "title", "summary");

    private final Map<String, String> parts = new LinkedHashMap<>(Map.of(
            "[Content_Types].xml",
            "<Types/>",
            "xl/workbook.xml",
            "<workbook xmlns='" + MAIN + "' xmlns:r='r'><sheets><sheet name='h' r:id='no' state='hidden'/>"
                    + "<sheet name='a' r:id='rId1'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>"));

    /** @param rows elements of the sheet's data */
    public static Workbooks of(String rows) {
        return new Workbooks()
                .with(SHEET, "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    Workbooks with(String path, String content) {
        parts.put(path, content);
        return this;
    }

    Workbooks styled(String... formats) {
        StringBuilder styles = new StringBuilder("<styleSheet xmlns='" + MAIN + "'><numFmts>");
        for (int i = 0; i < formats.length; i++) {
            styles.append("<numFmt numFmtId='")
                    .append(200 + i)
                    .append("' formatCode='")
                    .append(formats[i])
                    .append("'/>");
        }
        styles.append("</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>");
        for (int i = 0; i < formats.length; i++) {
            styles.append("<xf numFmtId='").append(200 + i).append("'/>");
        }
        return with("xl/styles.xml", styles + "</cellXfs></styleSheet>");
    }

    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int column = 0; column < texts.length; column++) {
            row.append(text(Table.letters(column) + number, texts[column]));
        }
        return row.append("</row>").toString();
    }

    static String text(String reference, String text) {
        return "<c r='" + reference + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
