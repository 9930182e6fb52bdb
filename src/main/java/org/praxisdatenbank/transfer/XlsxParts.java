package org.praxisdatenbank.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The smallest workbook that spreadsheets open: what stands around its cells (ECMA-376). */
final class XlsxParts {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String SHEET_END = "</sheetData></worksheet>";
    /** By their paths, in the order in which they are written. */
    static final Map<String, String> BEFORE_SHEET = beforeSheet();

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private XlsxParts() {}

    private static Map<String, String> beforeSheet() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                xml(
                        """
                <Types xmlns="%scontent-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>
                <Override PartName="/%s" ContentType="%sworksheet+xml"/>
                </Types>"""
                                .formatted(PACKAGE, TYPE, TYPE, SHEET, TYPE)));
        parts.put("_rels/.rels", xml(relations("rId1", "officeDocument", XlsxFile.WORKBOOK, "")));
        parts.put(
                XlsxFile.WORKBOOK,
                xml(
                        """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="practices" sheetId="1" r:id="rId1"/></sheets>\
                </workbook>"""
                                .formatted(MAIN, OFFICE)));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                xml(relations(
                        "rId1",
                        "worksheet",
                        SHEET.substring("xl/".length()),
                        relation("rId2", "styles", "styles.xml"))));
        parts.put(
                "xl/styles.xml",
                xml(
                        """
                <styleSheet xmlns="%s">
                <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
                <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
                <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
                <fills count="2"><fill><patternFill patternType="none"/></fill>\
                <fill><patternFill patternType="gray125"/></fill></fills>
                <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
                <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
                <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
                <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
                <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>
                <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
                </styleSheet>"""
                                .formatted(MAIN)));
        return parts;
    }

    private static String relations(String id, String kind, String target, String others) {
        return "<Relationships xmlns=\"%srelationships\">%s%s</Relationships>"
                .formatted(PACKAGE, relation(id, kind, target), others);
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, kind, target);
    }

    private static String xml(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content;
    }

    /** The first row stays in sight. */
    static String sheetBegin(int shown, int hidden) {
        return xml(
                """
                <worksheet xmlns="%s"><sheetViews><sheetView workbookViewId="0">\
                <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
                <cols><col min="1" max="%d" width="24" customWidth="1"/>%s</cols><sheetData>
                """
                        .formatted(MAIN, shown, hidden == 0 ? "" : hidden(shown + 1, shown + hidden)));
    }

    private static String hidden(int first, int last) {
        return "<col min=\"%d\" max=\"%d\" width=\"24\" hidden=\"1\" customWidth=\"1\"/>".formatted(first, last);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
