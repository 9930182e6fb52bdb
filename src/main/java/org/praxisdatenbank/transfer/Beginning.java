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
            throw English.refused("refused.empty", name);
        }
        Optional<FileFormat> named = FileFormat.ofName(name);
        return isArchive(named) ? FileFormat.XLSX : formatOfText(named);
    }

    /** @throws Refused when it is another kind of workbook, or no workbook although its name says so */
    private boolean isArchive(Optional<FileFormat> named) {
        if (startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw English.refused("refused.xls", name);
        }
        boolean isZip = startsWith(first, 'P', 'K', 3, 4) || startsWith(first, 'P', 'K', 5, 6);
        boolean isNamedSo = named.isEmpty() || named.get() == FileFormat.XLSX;
        if (isZip && !isNamedSo) {
            throw English.refused("refused.archive", name);
        }
        if (!isZip && named.isPresent() && isNamedSo) {
            throw English.refused("refused.not_xlsx", name);
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
                .orElseThrow(() -> English.refused(
                        "refused.unknown", name, Finding.shown(String.valueOf(begins)), FileFormat.KNOWN));
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
            case JSON -> English.refused("refused.not_json", name);
            case JSON_LINES, CSV, XLSX -> English.refused("refused.not_lines", name);
        };
    }

    private void refuseOtherThanText(Optional<FileFormat> named) {
        if (isUtf16(first)) {
            if (named.isPresent() && named.get() == FileFormat.CSV) {
                return;
            }
            throw English.refused("refused.utf16", name);
        }
        for (byte value : first) {
            if (value == 0) {
                throw English.refused("refused.not_text", name, FileFormat.KNOWN);
            }
        }
    }

    private char firstCharacter() {
        String text = new String(first, StandardCharsets.UTF_8).stripLeading();
        if (text.isEmpty()) {
            throw English.refused("refused.blank", name);
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
