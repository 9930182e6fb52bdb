package org.praxisdatenbank.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** The sample practices with all their texts, and with terms of {@link Samples#VOCABULARIES} dealt out in turn. */
@NullMarked
final class SampleTexts {
    private static final Path FILE = Path.of("src/main/resources/sample/practices.jsonl");
    private static final List<String> TOPICS = List.of("quartier", "arbeitslose", "aeltere");

    private SampleTexts() {}

    static List<StoredPractice> practices() throws IOException {
        List<StoredPractice> practices = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(FILE)) {
            practices.add(practice(json.readTree(line), practices.size()));
        }
        return practices;
    }

    private static StoredPractice practice(JsonNode record, int number) {
        Samples practice = Samples.practice(record.get("id").asText())
                .titled(record.get("title").asText())
                .summary(record.get("summary").asText())
                .by(record.path("provider").asText(null), record.path("place").asText(null))
                .with(Vocabulary.TOPIC, TOPICS.get(number % TOPICS.size()))
                .with(Vocabulary.FIELD, number % 2 == 0 ? "bewegung" : "ernaehrung");
        if (record.hasNonNull("description")) {
            practice.description(record.get("description").asText());
        }
        return practice.stored();
    }
}
