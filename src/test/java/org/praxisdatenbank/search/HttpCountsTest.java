package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.index.Oracle;
import org.praxisdatenbank.index.RandomPractices;
import org.praxisdatenbank.index.RandomPractices.Step;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.vocabulary.VocabularyStore;
import org.praxisdatenbank.web.QueryString;

/**
 * The whole program against an {@link Oracle} over the rows of the database: practices are saved and withdrawn, the
 * index follows, and the API answers searches over them and the samples. A case goes on with the rows that those before it
 * left. More cases: {@code -Djqwik.tries.default=5000}.
 */
class HttpCountsTest {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final int LARGEST = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TestApp APP = TestApp.start();
    private static final Jdbi JDBI = APP.database().database().jdbi();
    private static final RandomPractices RANDOM = new RandomPractices(new VocabularyStore(JDBI).load());

    @AfterContainer
    static void close() {
        APP.close();
    }

    @Provide
    Arbitrary<Step> step() {
        return RANDOM.step();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_the_api_answers_is_what_the_rows_say(@ForAll("step") Step step) {
        PracticeStore store = new PracticeStore(JDBI);
        JDBI.useTransaction(db -> PracticeStore.save(
                db, step.changed().stream().map(StoredPractice::practice).toList(), Authorship.COMMAND));
        step.gone().forEach(id -> store.withdraw(new PracticeId(id), LocalDate.now(GERMANY), Authorship.COMMAND));
        awaitIndex();
        List<StoredPractice> rows = new ArrayList<>();
        store.forEachPublished(rows::add);
        Oracle oracle = new Oracle(rows, LocalDate.now(GERMANY));
        step.asked().forEach(query -> check(query, oracle));
    }

    private static void awaitIndex() {
        while (get("status").at("/lag").asLong() > 0) {
            Thread.onSpinWait();
        }
    }

    private static JsonNode get(String path) {
        HttpResponse<String> answer = APP.get("/api/v1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static void check(SearchQuery query, Oracle oracle) {
        String asked = "practices?highlight=false&" + queryString(query);
        List<String> found = oracle.found(query);
        JsonNode part = get(asked + "&size=" + query.window().size());
        assertThat(part.at("/total").asInt()).as(asked).isEqualTo(found.size());
        assertThat(part.at("/match").asText()).as(asked).isEqualTo(SearchUrl.name(oracle.match(query)));
        for (Facet facet : Facet.values()) {
            check(facet, part, oracle.counts(facet, query), facet + " of " + asked);
        }
        List<String> ids = ids(asked, found.size());
        if (query.sort() == Sort.RELEVANCE) {
            assertThat(ids).as(asked).containsExactlyInAnyOrderElementsOf(found);
        } else {
            assertThat(ids).as(asked).isEqualTo(found);
        }
        assertThat(part.at("/hits").findValuesAsText("id"))
                .as(asked)
                .isEqualTo(ids.subList(0, Math.min(ids.size(), query.window().size())));
    }

    private static List<String> ids(String asked, int total) {
        List<String> ids = new ArrayList<>();
        for (int page = 1; (page - 1) * LARGEST < total; page++) {
            ids.addAll(get(asked + "&facets=&size=" + LARGEST + "&page=" + page)
                    .at("/hits")
                    .findValuesAsText("id"));
        }
        return ids;
    }

    /** A list that is cut has the highest counts and says how many values are missing. */
    private static void check(Facet facet, JsonNode answer, Map<String, Long> expected, String what) {
        Map<String, Long> listed = new TreeMap<>();
        answer.at("/facets/" + facet.parameter())
                .forEach(value -> listed.put(
                        value.at("/value").asText(), value.at("/count").asLong()));
        int more = answer.at("/more/" + facet.parameter()).asInt(0);
        Map<String, Long> missing = new TreeMap<>(expected);
        missing.keySet().removeAll(listed.keySet());
        assertThat(expected).as(what).containsAllEntriesOf(listed);
        assertThat(missing).as(what).hasSize(more);
        if (more > 0) {
            long highest =
                    missing.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            assertThat(listed.values().stream().filter(count -> count >= highest))
                    .as(what)
                    .hasSizeGreaterThanOrEqualTo(SearchQuery.Wanted.DEFAULT_VALUES);
        }
    }

    /** Written here once more, so that a fault in {@link SearchUrl} cannot hide itself. */
    private static String queryString(SearchQuery query) {
        List<String> pairs = new ArrayList<>();
        add(pairs, "q", query.text());
        add(pairs, "sort", SearchUrl.name(query.sort()));
        if (query.match() != null) {
            add(pairs, "match", SearchUrl.name(query.match()));
        }
        Filters filters = query.filters();
        for (Facet facet : Facet.values()) {
            Selection chosen = filters.in(facet);
            chosen.any().forEach(value -> add(pairs, facet.parameter(), value));
            chosen.all().forEach(value -> add(pairs, facet.parameter() + ".all", value));
            chosen.none().forEach(value -> add(pairs, facet.parameter() + ".not", value));
        }
        filters.minimumLevels().forEach((criterion, level) -> add(pairs, "criterion.min", criterion + ":" + level));
        if (filters.years().from() != null) {
            add(pairs, "year.from", String.valueOf(filters.years().from()));
        }
        if (filters.years().to() != null) {
            add(pairs, "year.to", String.valueOf(filters.years().to()));
        }
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, String value) {
        pairs.add(name + "=" + QueryString.encode(value));
    }
}
