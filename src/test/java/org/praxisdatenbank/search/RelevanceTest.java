package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.praxisdatenbank.TestApp;

/** The questions of {@code index/relevance.tsv} against the sample practices, asked as any program asks them. */
final class RelevanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param needs what the search must be able to do for it */
    record Question(String text, List<String> ids, int within, List<String> needs) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Question> questions() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("index/relevance.tsv"))) {
            return lines.skip(1)
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Question(
                            row[0],
                            List.of(row[1].split(" ")),
                            Integer.parseInt(row[2]),
                            Arrays.asList(row[3].split("\\+"))))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void what_answers_a_question_comes_first(Question question) throws IOException {
        assertThat(first(question)).containsAll(question.ids());
    }

    private static List<String> first(Question question) throws IOException {
        String text = URLEncoder.encode(question.text(), StandardCharsets.UTF_8);
        String answer = TestApp.shared()
                .get("/api/v1/practices?facets=&highlight=false&size=" + question.within() + "&q=" + text)
                .body();
        List<String> ids = new ArrayList<>();
        for (JsonNode hit : JSON.readTree(answer).get("hits")) {
            ids.add(hit.get("id").asText());
        }
        return ids;
    }

    @Test
    void at_least_sixty_questions_a_third_of_which_need_german() throws IOException {
        List<Question> questions = questions();
        long german = questions.stream()
                .filter(question ->
                        question.needs().stream().anyMatch(List.of("compound", "synonym", "gender")::contains))
                .count();

        assertThat(questions).hasSizeGreaterThanOrEqualTo(60);
        assertThat(german * 3).isGreaterThanOrEqualTo(questions.size());
    }
}
