package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document on security counts right, and names tests that exist. */
final class SecurityDocumentTest {
    private static final Path DOCUMENT = Path.of("src", "site", "markdown", "security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+)\\.\\d+\\.\\d+ \\| (yes|no|none) \\| (.+) \\|$");
    private static final Pattern SUM =
            Pattern.compile("(?m)^\\| V(\\d+) [\\w ]+ \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(DOCUMENT)).results().toList();
    }

    @Test
    void each_chapter_has_as_many_answers_as_its_sum_says() throws IOException {
        Map<String, List<Integer>> counted = new TreeMap<>();
        for (MatchResult row : found(ROW)) {
            List<Integer> sums = counted.computeIfAbsent(row.group(1), chapter -> new ArrayList<>(List.of(0, 0, 0, 0)));
            int answer = 1 + List.of("yes", "no", "none").indexOf(row.group(2));
            sums.set(0, sums.get(0) + 1);
            sums.set(answer, sums.get(answer) + 1);
        }
        Map<String, List<Integer>> told = found(SUM).stream()
                .collect(Collectors.toMap(sum -> sum.group(1), sum -> Stream.of(2, 3, 4, 5)
                        .map(column -> Integer.valueOf(sum.group(column)))
                        .toList()));

        assertThat(counted).isNotEmpty().isEqualTo(told);
    }

    @Test
    void each_test_that_it_names_exists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(found(TEST)).isNotEmpty().allSatisfy(name -> assertThat(tests)
                .contains(name.group(1)));
    }
}
