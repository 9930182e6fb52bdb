package org.praxisdatenbank.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.Classification.Fulfilment;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.vocabulary.TermId;

/**
 * How lists, criteria, descriptions and texts stand in the cell of a table: what is printed here is read back as the very same.
 *
 * <p>A spreadsheet takes text that begins with {@code = + - @}, a tab or a carriage return for a formula. Such a text
 * gets an apostrophe in front of it, and so does one that has nothing but apostrophes before such a character: then the
 * first apostrophe can be taken away again from all of these, and from no other text.
 */
public final class Cells {
    private static final String BETWEEN = " | ";
    private static final Pattern IN_LIST = Pattern.compile("[|;\\n]");
    private static final Pattern LIKE_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern BETWEEN_CRITERIA = Pattern.compile("\\n|[ \\t]\\|[ \\t]");
    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\n|;]");
    private static final Pattern WRITTEN_DATE =
            Pattern.compile("(?:(?<day>\\d{1,2})\\. ?)?(?<month>\\d{1,2})(?:\\. ?|/)(?<year>\\d{4})");
    private static final Map<String, Boolean> FLAGS = Map.of(
            "true", true, "wahr", true, "ja", true, "yes", true, "false", false, "falsch", false, "nein", false, "no",
            false);

    private Cells() {}

    /** Protects a text, see above. */
    public static String guarded(String text) {
        return LIKE_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** Takes the protection away where there is one; line ends of other systems become those of the record format. */
    static String plain(String cell) {
        String lines =
                cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n").replace('\r', '\n');
        return lines.startsWith("'") && LIKE_FORMULA.matcher(lines).matches() ? lines.substring(1) : lines;
    }

    static Optional<Boolean> flag(String cell) {
        return Optional.ofNullable(FLAGS.get(cell.strip().toLowerCase(Locale.ROOT)));
    }

    /** In the record format, where it is a date as people write it in German; everything else stays. */
    static String date(String cell) {
        if (cell.equalsIgnoreCase("offen")) {
            return "open";
        }
        Matcher written = WRITTEN_DATE.matcher(cell);
        if (!written.matches()) {
            return cell.equalsIgnoreCase("open") ? "open" : cell;
        }
        String month = written.group("year") + "-" + twoDigits(written.group("month"));
        return written.group("day") == null ? month : month + "-" + twoDigits(written.group("day"));
    }

    private static String twoDigits(String number) {
        return number.length() < 2 ? "0" + number : number;
    }

    static String print(List<TermId> terms) {
        return terms.stream().map(TermId::value).collect(Collectors.joining(BETWEEN));
    }

    /** The parts of a list, without those that are empty. */
    static List<Json> items(String cell) {
        return cells(IN_LIST.splitAsStream(cell));
    }

    private static List<Json> cells(Stream<String> parts) {
        return parts.map(String::strip)
                .filter(part -> !part.isEmpty())
                .<Json>map(Json.Cell::new)
                .toList();
    }

    /** One a line: {@code id}, {@code id:level}, {@code id:level:note} or {@code id::note}. */
    static String printCriteria(List<Fulfilment> criteria) {
        return criteria.stream().map(Cells::print).collect(Collectors.joining("\n"));
    }

    private static String print(Fulfilment criterion) {
        @Nullable Integer level = criterion.level();
        @Nullable String note = criterion.note();
        String id = criterion.criterion().value();
        if (note == null) {
            return level == null ? id : id + ":" + level;
        }
        return id + ":" + (level == null ? "" : level) + ":" + Escapes.write(note);
    }

    /** The parts of a list of criteria; lines, else what stands between {@code |}, else between semicolons. */
    static List<Json> criteria(String cell) {
        boolean isBare = cell.indexOf(':') < 0;
        return cells((isBare ? BETWEEN_IDS : BETWEEN_CRITERIA).splitAsStream(cell));
    }

    /** A criterion as the record format has it. */
    static Json.Fields criterion(String part) {
        String[] parts = part.split(":", 3);
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("id", new Json.Cell(parts[0].strip()));
        if (parts.length > 1 && !parts[1].isBlank()) {
            fields.put("level", new Json.Cell(parts[1].strip()));
        }
        if (parts.length > 2 && !parts[2].isBlank()) {
            fields.put("note", new Json.Text(Escapes.read(parts[2].strip())));
        }
        return new Json.Fields(fields, List.of());
    }

    /** One part a line: its name in the record format, or the id of a criterion, and after a colon its text. */
    static String printDescription(ExampleText description) {
        List<String> lines = new ArrayList<>();
        add(lines, "background", description.background());
        add(lines, "approach", description.approach());
        description.inDepth().forEach(part -> add(lines, part.criterion().value(), part.text()));
        add(lines, "lessons", description.lessons());
        add(lines, "literature", description.literature());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String part, @Nullable String text) {
        if (text != null) {
            lines.add(part + ":" + Escapes.write(text));
        }
    }

    /** A description as the record format has it. */
    static Json.Fields description(String cell) {
        Map<String, Json> fields = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>();
        List<Json> criteria = new ArrayList<>();
        for (String line : cell.split("\n")) {
            String[] parts = line.strip().split(":", 2);
            Json text = parts.length == 1 ? new Json.Null() : new Json.Text(Escapes.read(parts[1].strip()));
            if (parts[0].isEmpty() && parts.length == 1) {
                continue;
            }
            String name = parts[0].strip();
            if (!ExampleReader.TEXTS.contains(name)) {
                criteria.add(new Json.Fields(Map.of("id", new Json.Cell(name), "text", text), List.of()));
            } else if (fields.putIfAbsent(name, text) != null) {
                repeated.add(name);
            }
        }
        fields.put(ExampleReader.CRITERIA, new Json.Items(criteria));
        return new Json.Fields(fields, repeated);
    }
}
