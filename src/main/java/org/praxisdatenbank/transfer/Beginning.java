package org.praxisdatenbank.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.praxisdatenbank.problem.Refused;

/** Tells from a file's name and first bytes how to read it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Beginning(String name, byte[] first) {
    static final int BYTE_ORDER_MARK_BYTES = 3;

    static boolean hasByteOrderMark(byte[] first) {
        return startsWith(first, 0xEF, 0xBB, 0xBF);
    }

    static boolean isUtf16(byte[] first) {
        return startsWith(first, 0xFE, 0xFF) || startsWith(first, 0xFF, 0xFE);
    }

    /** @throws Refused when it is empty or of no known format */
    FileFormat format() {
        if (first.length == 0) {
            throw new Refused(name + " is empty. Nothing was changed.");
        }
        Optional<FileFormat> named = FileFormat.ofName(name);
        return isArchive(named) ? FileFormat.XLSX : formatOfText(named);
    }

    /** @throws Refused when it is another kind of workbook, or no workbook although its name says so */
    private boolean isArchive(Optional<FileFormat> named) {
        if (startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Refused(name + " is an old Excel file (.xls), or one with a password. Save it as .xlsx without a"
                    + " password, or as .csv.");
        }
        boolean isZip = startsWith(first, 'P', 'K', 3, 4) || startsWith(first, 'P', 'K', 5, 6);
        boolean isNamedSo = named.isEmpty() || named.get() == FileFormat.XLSX;
        if (isZip && !isNamedSo) {
            throw new Refused(name + " is a ZIP archive or a workbook. If it is an Excel workbook, name it .xlsx.");
        }
        if (!isZip && named.isPresent() && isNamedSo) {
            throw new Refused(name + " is no Excel workbook, whatever its name says. Save it as .xlsx, or name it after"
                    + " what it is.");
        }
        return isZip;
    }

    private FileFormat formatOfText(Optional<FileFormat> named) {
        refuseOtherThanText(named);
        if (named.isPresent() && named.get() == FileFormat.CSV) {
            return FileFormat.CSV;
        }
        char begins = firstCharacter();
        Optional<FileFormat> seen =
                switch (begins) {
                    case '[' -> Optional.of(FileFormat.JSON);
                    case '{' -> Optional.of(FileFormat.JSON_LINES);
                    default -> Optional.empty();
                };
        if (named.isPresent() && seen.isPresent() && named.get() != seen.get()) {
            throw refusedAs(named.get());
        }
        if (named.isPresent() && (seen.isPresent() || named.get() == FileFormat.JSON_LINES)) {
            return named.get();
        }
        return seen.or(this::asTable)
                .orElseThrow(() -> new Refused(name + " cannot be read: it begins with "
                        + Finding.shown(String.valueOf(begins)) + ", neither with [ nor with {. What can be imported: "
                        + FileFormat.KNOWN + "."));
    }

    /** Without a name that tells, the first line does. */
    private Optional<FileFormat> asTable() {
        String line = new String(first, StandardCharsets.UTF_8).strip().split("[\\r\\n]", 2)[0];
        boolean isHeader = FileFormat.ofName(name).isEmpty()
                && Arrays.stream(line.split("[,;\\t]"))
                        .anyMatch(cell ->
                                Column.named(cell).filter(Column.ID::equals).isPresent());
        return isHeader ? Optional.of(FileFormat.CSV) : Optional.empty();
    }

    private Refused refusedAs(FileFormat named) {
        return switch (named) {
            case JSON ->
                new Refused(name + " cannot be read: a .json file holds one array of objects, this one begins with {."
                        + " If it has one object a line, name it .jsonl; if it is a single record, put [ and ] around"
                        + " it.");
            case JSON_LINES, CSV, XLSX ->
                new Refused(name + " cannot be read: in JSON Lines every line is an object, this file begins with [."
                        + " If it is one array, name it .json.");
        };
    }

    private void refuseOtherThanText(Optional<FileFormat> named) {
        if (isUtf16(first)) {
            if (named.isPresent() && named.get() == FileFormat.CSV) {
                return;
            }
            throw new Refused(name + " is in UTF-16. Save it in UTF-8.");
        }
        for (byte value : first) {
            if (value == 0) {
                throw new Refused(name + " is not text in UTF-8: it is in UTF-16 or no text at all. What can be"
                        + " imported, always in UTF-8: " + FileFormat.KNOWN + ".");
            }
        }
    }

    private char firstCharacter() {
        String text = new String(first, StandardCharsets.UTF_8).stripLeading();
        if (text.isEmpty()) {
            throw new Refused(name + " begins with white space only: there is nothing to import.");
        }
        return text.charAt(0);
    }

    private static boolean startsWith(byte[] bytes, int... begin) {
        for (int i = 0; i < begin.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != begin[i]) {
                return false;
            }
        }
        return true;
    }
}
