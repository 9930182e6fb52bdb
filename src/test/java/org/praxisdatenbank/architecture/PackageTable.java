package org.praxisdatenbank.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of packages in README: which package may import which. */
record PackageTable(Map<String, Set<String>> arrows) {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|[^|]+\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    static PackageTable ofReadme() {
        try {
            return parse(Files.readString(Path.of("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException("reading README.md", e);
        }
    }

    static PackageTable parse(String text) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        boolean isInTable = false;
        for (String line : text.lines().toList()) {
            isInTable = line.startsWith("| package |") || (isInTable && line.startsWith("|"));
            Matcher row = ROW.matcher(line);
            if (isInTable && row.matches()) {
                arrows.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toSet()));
            }
        }
        return new PackageTable(arrows);
    }
}
