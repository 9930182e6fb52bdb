package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/** How the numbers of a workbook are shown: a date is a number with a style. */
final class XlsxStyles {
    private static final String PART = "xl/styles.xml";
    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_SCALE = 30;
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate BEFORE_1904 = LocalDate.of(1904, 1, 1);
    /** From here on days are counted as if 1900 had been a leap year. */
    private static final int LEAP_DAY_1900 = 60;

    private static final int LAST_DAY = 2_958_465;

    private final boolean is1904;
    private final List<String> formats = new ArrayList<>();

    private XlsxStyles(boolean is1904) {
        this.is1904 = is1904;
    }

    /** @param is1904 whether days are counted from 1904 */
    static XlsxStyles read(XlsxFile file, boolean is1904) throws IOException {
        XlsxStyles styles = new XlsxStyles(is1904);
        if (file.has(PART)) {
            try (Xml xml = file.part(PART)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(Xml xml) throws IOException {
        Map<Integer, String> own = new HashMap<>();
        boolean isCells = false;
        while (xml.next()) {
            if (xml.isBegin("numFmt")) {
                @Nullable String code = xml.attribute("formatCode");
                own.put(xml.number("numFmtId", 0), code == null ? "" : code);
            } else if (xml.isBegin("cellXfs") || xml.isEnd("cellXfs")) {
                isCells = xml.isBegin("cellXfs");
            } else if (isCells && xml.isBegin("xf")) {
                int id = xml.number("numFmtId", 0);
                formats.add(own.getOrDefault(id, builtIn(id)));
            }
        }
    }

    /** Those of ECMA-376 part 1, 18.8.30 that are dates, and the East Asian ones. */
    private static String builtIn(int id) {
        if (id == 17) {
            return "mmm-yyyy";
        }
        boolean isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
        return isDate ? "yyyy-mm-dd" : "";
    }

    /**
     * What the cell shows, a date as ISO 8601 has it.
     *
     * @param number as the file has it
     * @param style null: none
     */
    Json shown(String number, @Nullable Integer style) {
        String format = style == null || style >= formats.size() ? "" : plain(formats.get(style));
        try {
            BigDecimal value = number(number);
            if (format.contains("y") || format.contains("d") || format.contains("m") || format.contains("h")) {
                return date(value, format);
            }
            String digits = value.stripTrailingZeros().toPlainString();
            boolean isPadded = format.matches("0+") && digits.matches("[0-9]+");
            return new Json.Cell(
                    isPadded ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits : digits);
        } catch (NumberFormatException noNumber) {
            return new Json.Unusable(number, Said.of("finding.cell.number"));
        }
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        BigDecimal value = new BigDecimal(text.strip());
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw new NumberFormatException("too large");
        }
        return value;
    }

    /** Without texts, colours and conditions, in lower case. */
    private static String plain(String format) {
        return format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "")
                .split(";", 2)[0]
                .toLowerCase(Locale.ROOT)
                .replace("general", "");
    }

    private Json date(BigDecimal value, String format) {
        BigDecimal whole = value.setScale(0, RoundingMode.FLOOR);
        int number = whole.intValue();
        boolean isDay = value.signum() >= 0 && whole.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        if (!isDay || (!is1904 && number == LEAP_DAY_1900)) {
            return new Json.Unusable(value.toPlainString(), Said.of("finding.cell.date"));
        }
        LocalDate day = day(number);
        long seconds = value.subtract(whole)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return new Json.Cell(
                seconds > 0 ? day.atStartOfDay().plusSeconds(seconds).toString() : shown(day, format));
    }

    private LocalDate day(int number) {
        if (is1904) {
            return BEFORE_1904.plusDays(number);
        }
        return BEFORE_1900.plusDays(number > LEAP_DAY_1900 ? number - 1 : number);
    }

    /** A month or a year where no more is shown. */
    private static String shown(LocalDate day, String format) {
        if (!format.contains("y") || format.contains("d")) {
            return day.toString();
        }
        return day.toString().substring(0, format.contains("m") ? 7 : 4);
    }
}
