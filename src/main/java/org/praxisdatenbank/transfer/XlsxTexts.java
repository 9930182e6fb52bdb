package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a workbook that its cells share; as a spreadsheet writes them before all cells, they stay in memory. */
final class XlsxTexts {
    /** Characters of all of them. */
    static final long MOST_CHARACTERS = 200_000_000;

    private static final String PART = "xl/sharedStrings.xml";
    /** A character that XML has none for, and the beginning of what would be read as one. */
    private static final Pattern CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    /** @param longest characters that are kept of one text, and one more */
    static XlsxTexts read(XlsxFile file, int longest) throws IOException {
        XlsxTexts shared = new XlsxTexts();
        if (!file.has(PART)) {
            return shared;
        }
        long characters = 0;
        try (Xml xml = file.part(PART)) {
            while (xml.next()) {
                if (xml.isBegin("si")) {
                    String text = rich(xml, "si", longest);
                    characters += text.length();
                    if (characters > MOST_CHARACTERS) {
                        throw new BrokenXlsx("finding.xlsx.texts", String.valueOf(MOST_CHARACTERS));
                    }
                    shared.texts.add(text);
                }
            }
        }
        return shared;
    }

    /** The text of an element whose text may be in pieces, without hints how to pronounce it. */
    static String rich(Xml xml, String element, int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isBegin("rPh")) {
                xml.text(0);
            } else if (xml.isBegin("t")) {
                text.append(xml.text(Math.max(0, longest - text.length())));
            }
        }
        return decoded(text.toString());
    }

    /** @throws BrokenXlsx when there is none of that number */
    String get(String number) throws IOException {
        int index = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
        if (index >= texts.size()) {
            throw new BrokenXlsx("finding.xlsx.text", Finding.shown(number));
        }
        return texts.get(index);
    }

    static String decoded(String text) {
        return text.contains("_x")
                ? CODE.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                : text;
    }

    /** What is read back as this text. */
    static String encoded(String text) {
        String marked = text.contains("_x") ? CODE.matcher(text).replaceAll("_x005F_x$1_") : text;
        StringBuilder encoded = new StringBuilder(marked.length() + 16);
        marked.chars().forEach(character -> {
            if (character == 0xFFFE
                    || character == 0xFFFF
                    || (character < ' ' && character != '\n' && character != '\t')) {
                encoded.append(String.format("_x%04X_", character));
            } else {
                encoded.append((char) character);
            }
        });
        return encoded.toString();
    }
}
