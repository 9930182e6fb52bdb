package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.db.TestDatabase;

/** Backup, loss, restore: afterwards everybody gets the same answers. */
final class BackupDrillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SEARCHES = List.of(
            "",
            "q=bewegung",
            "q=kinder+ern%C3%A4hrung&state=DE-BE",
            "q=%22fr%C3%BChe+hilfen%22",
            "q=senior*&sort=title",
            "criterion=partizipation&size=50",
            "good_practice=true&sort=newest");

    @TempDir
    private Path folder;

    @Test
    void what_was_backed_up_and_lost_gives_the_same_answers_when_restored() throws Exception {
        String backup = folder.resolve("praxis.zip").toString();
        List<JsonNode> before;
        try (TestApp app = TestApp.start()) {
            before = answers(app);
            run(app.flags(), "backup", backup);
        }
        TestDatabase other = TestDatabase.create();
        List<String> flags = TestApp.flags(other, folder.resolve("home"));

        run(flags, "restore", backup, "--verify");
        run(flags, "reindex");
        run(flags, "verify");

        try (TestApp app = TestApp.on(other)) {
            assertThat(answers(app)).isEqualTo(before);
        }
    }

    private static void run(List<String> flags, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(flags);
        assertThat(Main.commandLine(Map.of()).execute(arguments.toArray(String[]::new)))
                .as(String.join(" ", command))
                .isEqualTo(Commands.DONE);
    }

    private static List<JsonNode> answers(TestApp app) throws JsonProcessingException {
        List<JsonNode> answers = new ArrayList<>();
        for (String search : SEARCHES) {
            ObjectNode answer = (ObjectNode) answer(app, "/api/v1/practices?" + search);
            assertThat(answer.path("total").asLong()).as(search).isPositive();
            answers.add(answer.without("next")); // names a state of the index
        }
        answers.add(answer(app, "/api/v1/practices/schutzengel-flensburg"));
        answers.add(answer(app, "/api/v1/practices/schutzengel-flensburg/revisions/1"));
        answers.add(answer(app, "/api/v1/vocabularies"));
        return answers;
    }

    private static JsonNode answer(TestApp app, String path) throws JsonProcessingException {
        return JSON.readTree(app.get(path).body().replace(app.address(), ""));
    }
}
