package org.praxisdatenbank.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.QueryLimits;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.QueryString;

final class SearchUrlTest {
    private static final Vocabularies LISTS = SampleLists.make();
    private static final SearchUrl URLS = new SearchUrl(LISTS, SearchLimits.DEFAULT);

    private static SearchQuery read(String queryString) {
        return URLS.read(QueryString.parse(queryString));
    }

    private static Problem problem(String queryString) {
        return catchThrowableOfType(ProblemException.class, () -> URLS.readStrictly(QueryString.parse(queryString)))
                .problem();
    }

    @Test
    void filters_have_a_hundred_values_at_most_all_together() {
        String full = "state=DE-BE&state.not=DE-BY&".repeat(49) + "criterion.min=partizipation:3&state=";
        assertThat(read(full + "&q=kita").filters().minimumLevels()).hasSize(1);
        assertThat(problem(full + "DE-HH&type=project"))
                .isEqualTo(new Problem.Invalid("state", "problem.values", "100"));
        assertThat(problem("criterion.min=partizipation:3&".repeat(101)))
                .isEqualTo(new Problem.Invalid("criterion.min", "problem.values", "100"));
        assertThat(problem("facets=state&".repeat(101)))
                .isEqualTo(new Problem.Invalid("facets", "problem.values", "100"));
    }

    @Test
    void nothing_given_asks_for_everything() {
        assertThat(URLS.read(QueryString.parse(null))).isEqualTo(SearchQuery.EVERYTHING);
    }

    @Test
    void every_parameter_has_its_place() {
        SearchQuery query = read("q=+kita+&state=DE-BY&state=DE-BE&criterion.all=konzeption&topic.not=quartier"
                + "&criterion.min=partizipation:3&good_practice=true&status=running&year.from=2001&year.to=2010"
                + "&facets=state,topic&highlight=false&match=some&sort=newest&page=2&size=25");
        SortedMap<String, Integer> levels = new TreeMap<>(Map.of("partizipation", 3));
        Map<Facet, Selection> chosen = Map.of(
                Facet.STATE, Selection.any("DE-BE", "DE-BY"),
                Facet.CRITERION, new Selection(new TreeSet<>(), new TreeSet<>(Set.of("konzeption")), new TreeSet<>()),
                Facet.TOPIC, new Selection(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(Set.of("quartier"))),
                Facet.GOOD_PRACTICE, Selection.any("true"),
                Facet.STATUS, Selection.any("running"));
        assertThat(query)
                .isEqualTo(new SearchQuery(
                        "kita",
                        new Filters(chosen, levels, new Years(2001, 2010)),
                        Match.SOME,
                        Sort.NEWEST,
                        new Window(2, 25, null),
                        new Wanted(Set.of(Facet.STATE, Facet.TOPIC), false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=&state=&year.from=&year.to=&size=|''",
                "page=1&size=10&sort=title&highlight=true|''",
                "q=kita&sort=relevance|q=kita",
                "q=kita&sort=title|q=kita&sort=title",
                "state=DE-SL&topic=aeltere&state=DE-BE|topic=aeltere&state=DE-BE&state=DE-SL",
                "state=DE-BE&state=DE-BE|state=DE-BE",
                "year.to=2010&q=fr%C3%BChe%20hilfen|q=fr%C3%BChe+hilfen&year.to=2010",
                "criterion.min=konzeption:2&criterion.min=konzeption:4|criterion.min=konzeption:4",
                "facets=|facets=",
                "facets=topic,state,topic|facets=topic,state",
                "after=abc&page=7|after=abc",
                "q=a&q=b|q=b",
                "q=a&q=|q=a",
                "utm_source=mail&Q=x|''",
                "q=titel:kochen|q=titel:kochen",
                "provider=+AWO+&provider=AWO&year=2020&year=2019|year=2019&year=2020&provider=AWO",
                "size=100&page=100|page=100&size=100"
            })
    void printing_is_canonical(String given, String printed) {
        assertThat(SearchUrl.print(read(given))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state=DE-BI|state|problem.value|state,DE-BI,DE-BE",
                "state=berlin|state|problem.value|state,berlin,DE-BE",
                "criterion.not=partizipazion|criterion.not|problem.value|criterion.not,partizipazion,partizipation",
                "year=20|year|problem.year.range|20,1900,2099",
                "year.not=2100|year.not|problem.year.range|2100,1900,2099",
                "status=over|status|problem.choice|status,over,running;completed;unknown",
                "good_practice=yes|good_practice|problem.choice|good_practice,yes,true;false",
                "match=any|match|problem.choice|match,any,all;some",
                "sort=date|sort|problem.choice|sort,date,newest;relevance;title;updated",
                "highlight=1|highlight|problem.choice|highlight,1,false;true",
                "size=0|size|problem.number|size,1,100,0",
                "size=101|size|problem.number|size,1,100,101",
                "size=99999999999999999999|size|problem.number|size,1,100,99999999999999999999",
                "page=-1|page|problem.number|page,1,999999999,-1",
                "page=101&size=100|page|problem.page.deep|10000",
                "page=2147483647|page|problem.number|page,1,999999999,2147483647",
                "year.from=20x5|year.from|problem.year|20x5",
                "year.from=2010&year.to=2009|year.to|problem.years|2010,2009",
                "criterion.min=partizipation|criterion.min|problem.level|partizipation",
                "criterion.min=partizipation:6|criterion.min|problem.level|partizipation:6",
                "criterion.min=:3|criterion.min|problem.level|:3",
                "criterion.min=konzept:3|criterion.min|problem.value|criterion.min,konzept,konzeption",
                "stat=DE-BE|stat|problem.parameter.near|stat,state",
                "state.nor=DE-BE|state.nor|problem.parameter.near|state.nor,state.not",
                "xyzzy=1|xyzzy|problem.parameter|xyzzy",
                "q=*a+*b+*c+*d|q|problem.query.leading|3",
                "q=a~+b~+c~+d~+e~+f~|q|problem.query.fuzzy|5",
                "q=(((((((((((a|q|problem.query.nesting|10"
            })
    void what_cannot_be_used_is_named(String given, String parameter, String text, String arguments) {
        List<String> shown = List.of(arguments.split(",")).stream()
                .map(argument -> argument.replace(";", ", "))
                .toList();
        assertThat(problem(given)).isEqualTo(new Problem.Invalid(parameter, text, shown));
    }

    @Test
    void a_list_of_values_is_no_value() {
        assertThat(problem("state=DE-BE,DE-BY"))
                .isEqualTo(new Problem.Invalid("state", "problem.value.list", "state", "DE-BE,DE-BY", "DE-BE"));
    }

    @Test
    void a_text_may_have_a_thousand_characters_and_no_more() {
        assertThat(read("q=" + "%F0%9F%98%80".repeat(1000)).text()).hasSize(2000);
        assertThat(problem("q=" + "a".repeat(1001))).isEqualTo(new Problem.Invalid("q", "problem.text.long", "1000"));
    }

    @Test
    void a_text_may_have_a_hundred_words_and_no_more() {
        assertThat(read("q=" + "a+".repeat(100)).text()).hasSize(199);
        assertThat(problem("q=" + "a+".repeat(101))).isEqualTo(new Problem.Invalid("q", "problem.query.words", "100"));
    }

    @Test
    void reading_what_was_printed_gives_the_same_search() {
        SearchUrl wide = new SearchUrl(LISTS, new SearchLimits(QueryLimits.DEFAULT, 100, 10_000, 50, 10_000));
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            SearchQuery query = query(random);
            String printed = SearchUrl.print(query);
            assertThat(wide.readStrictly(QueryString.parse(printed)))
                    .as(printed)
                    .isEqualTo(query);
        }
    }

    private static SearchQuery query(Random random) {
        return new SearchQuery(
                text(random),
                filters(random),
                random.nextBoolean() ? null : pick(Match.values(), random),
                pick(Sort.values(), random),
                random.nextInt(4) == 0
                        ? new Window(1, 1 + random.nextInt(100), "cursor+/=&" + random.nextInt())
                        : new Window(1 + random.nextInt(100), 1 + random.nextInt(100), null),
                new Wanted(someOf(Facet.values(), random), random.nextBoolean()));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static Filters filters(Random random) {
        Map<Facet, Selection> selections = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String[] values = facet == Facet.PROVIDER
                    ? new String[] {"AWO", "Träger & Söhne, e. V.", "a=b"}
                    : facet.vocabulary()
                            .map(list -> LISTS.terms(list).stream()
                                    .map(Term::id)
                                    .map(id -> id.value())
                                    .toList())
                            .orElse(facet.fixedValues())
                            .toArray(String[]::new);
            selections.put(
                    facet,
                    new Selection(
                            new TreeSet<>(someOf(values, random)),
                            new TreeSet<>(someOf(values, random)),
                            new TreeSet<>(someOf(values, random))));
        }
        SortedMap<String, Integer> levels = new TreeMap<>();
        someOf(new String[] {"konzeption", "partizipation"}, random)
                .forEach(criterion -> levels.put(criterion, 1 + random.nextInt(5)));
        int from = 1900 + random.nextInt(200);
        return new Filters(
                selections,
                levels,
                new Years(random.nextBoolean() ? null : from, random.nextBoolean() ? null : from + random.nextInt(9)));
    }

    private static <T> Set<T> someOf(T[] values, Random random) {
        Set<T> some = new HashSet<>();
        for (T value : values) {
            if (random.nextInt(3) == 0) {
                some.add(value);
            }
        }
        return some;
    }

    private static <T> T pick(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
