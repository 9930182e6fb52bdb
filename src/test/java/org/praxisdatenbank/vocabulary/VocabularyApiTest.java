package org.praxisdatenbank.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.web.TestServer;

@SuppressWarnings("NullAway.Init")
class VocabularyApiTest {
    private static JsonNode lists;

    @BeforeAll
    static void ask() throws IOException {
        try (TestDatabase database = TestDatabase.create();
                TestServer server = TestServer.start(new VocabularyApi(
                        new VocabularyStore(database.database().jdbi()).load()))) {
            lists = new ObjectMapper()
                    .readTree(server.get("/api/v1/vocabularies").body());
        }
    }

    @Test
    void every_list_is_there() {
        assertThat(lists.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        Arrays.stream(Vocabulary.values()).map(Vocabulary::id).toList());
    }

    @Test
    void every_list_is_in_its_order() {
        for (JsonNode list : lists) {
            assertThat(list).isNotEmpty();
            assertThat(list.valueStream().map(term -> term.get("order").asInt()))
                    .isSorted();
        }
    }

    @Test
    void a_type_has_its_labels_in_both_languages() throws IOException {
        assertThat(lists.get("type").get(0))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"id": "project", "order": 1, "label": {"de": "Projekt", "en": "Project"}, "editions": [], "retired": false}"""));
    }

    @Test
    void there_are_sixteen_states_with_the_paths_of_their_pages() {
        assertThat(lists.get("state"))
                .hasSize(16)
                .allSatisfy(state -> assertThat(state.get("path").asText()).isNotBlank());
    }

    @Test
    void there_are_twelve_criteria_three_of_them_basic() {
        assertThat(lists.get("criterion")).hasSize(12);
        assertThat(lists.get("criterion")
                        .valueStream()
                        .filter(criterion -> criterion.get("basic").asBoolean()))
                .hasSize(3);
    }

    @Test
    void criteria_have_the_label_of_the_edition_before() {
        assertThat(lists.get("criterion")).anySatisfy(criterion -> {
            JsonNode other = criterion.get("editions").get(0);
            assertThat(other.get("edition").asText()).isEqualTo("2015");
            assertThat(other.get("label").get("de").asText()).isNotBlank();
            assertThat(other.get("order").asInt()).isPositive();
        });
    }

    @Test
    void a_level_without_a_known_title_says_null() {
        assertThat(lists.get("criterion"))
                .flatExtracting(
                        criterion -> criterion.get("levels").valueStream().toList())
                .allSatisfy(level -> assertThat(level.has("title")).isTrue())
                .anySatisfy(level -> assertThat(level.get("title").isTextual()).isTrue());
    }
}
