package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.index.IndexSetup;
import org.praxisdatenbank.index.RandomPractices;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.FacetCount;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.sync.Following;
import org.praxisdatenbank.sync.IndexKeeper;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.vocabulary.VocabularyStore;

/**
 * Whoever follows a value finds exactly the number that stood beside it: every value of 1,000 searches in process, some
 * of them over HTTP, in the API, the boxes of the page and the links of the values' page.
 */
class ClickTest {
    private static final int SEARCHES = 1_000;
    private static final int OVER_HTTP_EVERY = 40;
    private static final int VALUES_OVER_HTTP = 2;
    private static final int DRAWN = 60;
    private static final Pattern BOX = Pattern.compile(
            "name=\"(\\w+)\" value=\"([^\"]*)\"[^>]*><label[^>]*><span>[^<]*</span><span class=\"count\">"
                    + "<span[^>]*>[^<]*</span>([0-9.]+)</span>");
    private static final Pattern ROW =
            Pattern.compile("<li><a class=\"kern-link\" rel=\"nofollow\" href=\"([^\"]*)\">[^<]*</a>"
                    + "<span class=\"values__count\">([0-9.]+) Angebot");
    private static final Pattern FOUND = Pattern.compile("data-announce>([0-9.]+) Angebot");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TestApp APP = TestApp.start();
    private static final Jdbi JDBI = APP.database().database().jdbi();
    private static final Vocabularies LISTS = new VocabularyStore(JDBI).load();
    private static final List<String> WORDS = fill();
    private static final IndexKeeper KEEPER = open();

    private static int searches;
    private static long inProcess;
    private static long overHttp;

    /** Returns the words of all texts. */
    private static List<String> fill() {
        JDBI.useTransaction(db -> PracticeStore.save(db, drawn(), Authorship.COMMAND));
        List<String> texts = new ArrayList<>();
        new PracticeStore(JDBI).forEachPublished(stored -> {
            texts.add(stored.practice().wording().title());
            texts.add(stored.practice().wording().summary());
        });
        while (json("/api/v1/status").at("/lag").asLong() > 0) {
            Thread.onSpinWait();
        }
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}]+")))
                .filter(word -> word.length() > 2)
                .toList();
    }

    /** A second index over the same database: one that can be asked without HTTP. */
    private static IndexKeeper open() {
        try {
            IndexSetup setup = new IndexSetup(
                    Files.createTempDirectory(Path.of("target"), "clicks"),
                    LISTS,
                    Samples.GERMAN,
                    Clock.system(ZoneId.of("Europe/Berlin")),
                    Duration.ofMinutes(1));
            return IndexKeeper.open(APP.database().database(), setup, Following.DEFAULT, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for the index", e);
        }
    }

    private static List<Practice> drawn() {
        List<String> topics = ids(Vocabulary.TOPIC);
        List<String> states = ids(Vocabulary.STATE);
        List<String> settings = ids(Vocabulary.SETTING);
        return IntStream.range(0, DRAWN)
                .mapToObj(number -> Samples.practice(RandomPractices.PREFIX + number)
                        .titled("Bewegung & Gesundheit " + number)
                        .by("Verein \"" + number % 7 + "\" <a> & Söhne", null)
                        .with(Vocabulary.TOPIC, topics.get(number % topics.size()))
                        .with(Vocabulary.STATE, states.get(number % states.size()))
                        .with(Vocabulary.SETTING, settings.get(number % 3), settings.get(3 + number % 4))
                        .running(String.valueOf(1990 + number), number % 3 == 0 ? "open" : null)
                        .practice())
                .toList();
    }

    private static List<String> ids(Vocabulary list) {
        return LISTS.terms(list).stream().map(term -> term.id().value()).toList();
    }

    @AfterContainer
    static void close() {
        System.out.printf("%d searches, %d clicks followed in process, %d over HTTP%n", searches, inProcess, overHttp);
        KEEPER.close();
        APP.close();
    }

    @Provide
    Arbitrary<SearchQuery> search() {
        Arbitrary<String> text = Arbitraries.of(WORDS).list().ofMaxSize(2).map(drawn -> String.join(" ", drawn));
        Arbitrary<Filters> filters = new RandomPractices(LISTS).filters();
        return Combinators.combine(text, filters, Arbitraries.of(Sort.class))
                .as((words, chosen, sort) -> new SearchQuery(
                        words, chosen, null, sort, new Window(1, 5, null), new Wanted(Set.of(Facet.values()), false)));
    }

    @Property(tries = SEARCHES, edgeCases = EdgeCasesMode.NONE)
    void every_value_finds_its_count_and_every_page_says_the_same(@ForAll("search") SearchQuery query) {
        Results results = KEEPER.index().search(query);
        for (Facet facet : Facet.values()) {
            for (FacetCount value : results.facets().getOrDefault(facet, List.of())) {
                SearchQuery click = chosenAlone(query, facet, value.value()).with(Wanted.HITS);
                assertThat(KEEPER.index().search(click).total())
                        .as("%s %s of %s", facet, value, query)
                        .isEqualTo(value.count());
                inProcess++;
            }
        }
        int last = (int) Math.max(1, (results.total() + 4) / 5);
        for (int page : new int[] {2, last}) {
            Results part = KEEPER.index().search(query.with(new Window(page, 5, null)));
            assertThat(part.total()).as("page %d of %s", page, query).isEqualTo(results.total());
            assertThat(part.facets()).as("page %d of %s", page, query).isEqualTo(results.facets());
        }
        if (searches++ % OVER_HTTP_EVERY == 0) {
            followOverHttp(query.with(Wanted.EVERYTHING), results);
        }
    }

    /** From its first page on. */
    private static SearchQuery chosenAlone(SearchQuery query, Facet facet, String value) {
        Filters filters = query.filters();
        return query.with(filters.with(facet, filters.in(facet).withAny(List.of(value))));
    }

    private static void followOverHttp(SearchQuery query, Results results) {
        JsonNode answer = json(SearchUrl.api(query));
        assertThat(answer.at("/total").asLong()).as(SearchUrl.api(query)).isEqualTo(results.total());
        for (Facet facet : Facet.values()) {
            int followed = 0;
            for (JsonNode value : answer.at("/facets/" + facet.parameter())) {
                if (followed++ < VALUES_OVER_HTTP) {
                    String click = SearchUrl.api(
                            chosenAlone(query, facet, value.at("/value").asText()));
                    assertThat(json(click).at("/total").asLong())
                            .as(click)
                            .isEqualTo(value.at("/count").asLong());
                    overHttp++;
                }
            }
            if (query.filters().in(facet).any().isEmpty()) {
                followRows(FacetUrl.page(facet, query));
            }
        }
        followBoxes(query);
    }

    /** The boxes of the page: choosing one alone is sending the form with no other box of its facet. */
    private static void followBoxes(SearchQuery query) {
        Matcher box = BOX.matcher(page(SearchUrl.page(query)));
        for (int seen = 0; box.find(); seen++) {
            if (seen % 5 == 0) {
                Facet facet = Facet.of(box.group(1)).orElseThrow();
                String click = SearchUrl.page(chosenAlone(query, facet, plain(box.group(2))));
                assertThat(shownTotal(click)).as(click).isEqualTo(number(box.group(3)));
                overHttp++;
            }
        }
    }

    private static void followRows(String address) {
        Matcher row = ROW.matcher(page(address));
        for (int seen = 0; seen < VALUES_OVER_HTTP && row.find(); seen++) {
            String click = plain(row.group(1));
            assertThat(shownTotal(click)).as("%s on %s", click, address).isEqualTo(number(row.group(2)));
            overHttp++;
        }
    }

    private static long shownTotal(String address) {
        Matcher found = FOUND.matcher(page(address));
        return found.find() ? number(found.group(1)) : 0;
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(".", ""));
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String page(String path) {
        HttpResponse<String> answer = APP.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(page(path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
