package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.german.German;
import org.praxisdatenbank.german.Piece;
import org.praxisdatenbank.german.Spelling;
import org.praxisdatenbank.german.Thesaurus.Relation;
import org.praxisdatenbank.german.WordForm;
import org.praxisdatenbank.german.Written;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Classification.GoodPractice;
import org.praxisdatenbank.practice.ExampleText;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.Results;
import org.praxisdatenbank.query.Results.Hit;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.query.SearchQuery.Match;
import org.praxisdatenbank.query.SearchQuery.Sort;
import org.praxisdatenbank.query.SearchQuery.Wanted;
import org.praxisdatenbank.query.SearchQuery.Window;

/** What a hit says of itself, held against the practice, the words and the search itself; over drawn queries. */
class ReasonsPropertyTest {
    private static final int QUERIES = 50;
    private static final int SHOWN = 12;
    private static final German GERMAN = Samples.GERMAN;

    /** Ids by the text of a search that was run before. */
    private static final Map<String, Set<String>> FOUND = new HashMap<>();

    private static TestIndex index;
    private static Map<String, Practice> practices;
    private static List<String> words;

    @BeforeAll
    static void index(@TempDir Path folder) throws IOException {
        List<StoredPractice> stored = described(SampleTexts.practices());
        index = TestIndex.of(folder, stored);
        practices = stored.stream()
                .map(StoredPractice::practice)
                .collect(Collectors.toMap(practice -> practice.id().value(), Function.identity()));
        Stream<String> texts = practices.values().stream()
                .flatMap(practice ->
                        Stream.of(practice.wording().title(), practice.wording().summary()));
        Stream<String> listed = Files.readAllLines(Path.of("index/analysis/synonyms.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split("\t")[0].split("[=>,]")));
        words = Stream.concat(texts.flatMap(text -> Stream.of(text.split("[\\s,.;()„“\":!?/*~&+–-]+"))), listed)
                .map(String::strip)
                .filter(word -> word.length() > 2)
                .sorted()
                .toList();
    }

    /** Each fifth is an example now, described with what another one says of itself. */
    private static List<StoredPractice> described(List<StoredPractice> samples) {
        return IntStream.range(0, samples.size())
                .mapToObj(number -> {
                    StoredPractice sample = samples.get(number);
                    String text = samples.get((number + 7) % samples.size())
                            .practice()
                            .wording()
                            .summary();
                    return number % 5 > 0 ? sample : described(sample, text);
                })
                .toList();
    }

    private static StoredPractice described(StoredPractice sample, String text) {
        Practice old = sample.practice();
        Classification classification = old.classification();
        Practice example = new Practice(
                old.id(),
                old.wording(),
                old.carrier(),
                new Classification(
                        classification.type(),
                        classification.terms(),
                        classification.criteria(),
                        new GoodPractice(true, null, new ExampleText(text, null, List.of(), null, null))),
                old.period(),
                old.provenance());
        return new StoredPractice(example, sample.version(), sample.created(), sample.updated());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_reason_is_true(long seed) {
        Random random = new Random(seed);
        int reasons = 0;
        for (int query = 0; query < QUERIES; query++) {
            String text = query(random);
            Results results = search(text);
            for (Hit hit : results.hits()) {
                hit.shown().reasons().forEach(reason -> check(reason, hit, text));
                checkMissing(hit, results.match(), text);
                reasons += hit.shown().reasons().size();
            }
        }
        assertThat(reasons).isGreaterThan(QUERIES);
    }

    private static String query(Random random) {
        List<String> drawn = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String word = words.get(random.nextInt(words.size()));
            drawn.add(
                    switch (random.nextInt(8)) {
                        case 0 -> word.substring(0, 3) + "*";
                        case 1 -> "\"" + word + "\"";
                        default -> word;
                    });
        }
        return String.join(" ", drawn);
    }

    private static Results search(String text) {
        return index.index.search(new SearchQuery(
                text, Filters.NONE, null, Sort.RELEVANCE, new Window(1, SHOWN, null), Wanted.EVERYTHING));
    }

    private static Set<String> idsOfAll(String text) {
        return Set.copyOf(TestIndex.ids(index.index.search(new SearchQuery(
                text, Filters.NONE, Match.ALL, Sort.RELEVANCE, new Window(1, practices.size(), null), Wanted.HITS))));
    }

    private static boolean isFoundAlone(String word, String text, Hit hit) {
        boolean isPhrase = text.contains("\"" + word + "\"");
        boolean isFound = FOUND.computeIfAbsent(isPhrase ? "\"" + word + "\"" : word, ReasonsPropertyTest::idsOfAll)
                .contains(hit.practice().id().value());
        return isFound || (isPhrase && text.contains(word + " ") && isFoundAlone(word, "", hit));
    }

    private static void checkMissing(Hit hit, Match match, String text) {
        List<String> missing = hit.shown().missing();
        if (match == Match.ALL) {
            assertThat(missing).as(text).isEmpty();
        }
        assertThat(missing)
                .as(text + " in " + hit.practice().id())
                .allSatisfy(word -> assertThat(isFoundAlone(word, text, hit)).isFalse());
    }

    private static void check(Reason reason, Hit hit, String text) {
        String what = text + ", " + hit.practice().id() + ": " + reason;
        Practice practice =
                Objects.requireNonNull(practices.get(hit.practice().id().value()));
        assertThat(texts(practice, reason.place())).as(what).anyMatch(field -> field.contains(reason.word()));
        assertThat(reason.word()).as(what).contains(reason.found());
        assertThat(isFoundAlone(reason.asked(), text, hit)).as(what).isTrue();
        assertThat(isRelated(reason)).as(what).isTrue();
    }

    private static List<String> texts(Practice practice, Reason.Place place) {
        return switch (place) {
            case TITLE -> List.of(practice.wording().title());
            case SUMMARY -> List.of(practice.wording().summary());
            case DESCRIPTION ->
                List.of(Objects.requireNonNull(practice.wording().description()));
            case GOOD_PRACTICE_DESCRIPTION ->
                Objects.requireNonNull(practice.classification().goodPractice().description())
                        .texts();
            case PROVIDER -> List.of(Objects.requireNonNull(practice.carrier().provider()));
            case LOCATION -> List.of(Objects.requireNonNull(practice.carrier().place()));
            case LABEL ->
                Stream.concat(Stream.of(practice.classification().type()), practice.classification().terms().stream())
                        .flatMap(term -> new Labels(Samples.VOCABULARIES).of(term).stream())
                        .toList();
        };
    }

    private static boolean isRelated(Reason reason) {
        List<WordForm> asked = forms(reason.asked());
        List<WordForm> found = forms(reason.found());
        return switch (reason.route()) {
            case SAME_WORD -> joined(asked, WordForm::normal).equals(joined(found, WordForm::normal));
            case WORD_FORM, PHRASE ->
                stems(asked).equals(stems(found)) || joined(reason.asked()).equals(joined(reason.found()));
            case COMPOUND_PART ->
                parts(asked).size() == 1 && parts(forms(reason.word())).containsAll(parts(asked));
            case PARTS_TOGETHER -> parts(forms(reason.word())).stream().anyMatch(parts(asked)::contains);
            case SYNONYM -> isListed(reason, Relation.SAME_MEANING);
            case RELATED_PARTS -> parts(asked).stream().anyMatch(part -> isRelated(part, forms(reason.word())));
            case NARROWER -> isListed(reason, Relation.NARROWER);
            case PATTERN ->
                Spelling.normal(reason.found())
                        .matches(Spelling.normal(reason.asked()).replace("*", ".*"));
            case SPELLING -> false;
        };
    }

    private static boolean isRelated(String part, List<WordForm> found) {
        return parts(found).contains(part)
                || Samples.GERMAN.thesaurus().of(List.of(part)).stream()
                        .flatMap(relative -> relative.stems().stream())
                        .anyMatch(parts(found)::contains);
    }

    private static boolean isListed(Reason reason, Relation relation) {
        String via = Objects.requireNonNull(reason.via());
        List<WordForm> listed = forms(via);
        boolean isThere = listed.size() == 1
                ? parts(forms(reason.word())).contains(listed.getFirst().stem())
                        || stems(forms(reason.word()))
                                .contains(listed.getFirst().stem())
                : stems(listed).equals(stems(forms(reason.found())));
        return isThere
                && Stream.of(
                                GERMAN.tellingStems(reason.asked()),
                                stems(forms(reason.asked())),
                                List.of(joined(reason.asked())))
                        .flatMap(stems -> GERMAN.thesaurus().of(stems).stream())
                        .anyMatch(relative -> relative.text().equals(via) && relative.relation() == relation);
    }

    private static List<WordForm> forms(String text) {
        return Written.in(text).stream()
                .flatMap(word -> word.pieces().stream())
                .map(Piece::text)
                .map(GERMAN::form)
                .toList();
    }

    private static String joined(String text) {
        return Written.in(text).stream()
                .map(word -> word.joined().orElse(word.pieces().getFirst()))
                .map(piece -> GERMAN.form(piece.text()).stem())
                .collect(Collectors.joining());
    }

    private static String joined(List<WordForm> forms, Function<WordForm, String> what) {
        return forms.stream().map(what).collect(Collectors.joining());
    }

    private static List<String> stems(List<WordForm> forms) {
        return forms.stream().map(WordForm::stem).toList();
    }

    /** Of a word with hyphens also the whole. */
    private static List<String> parts(List<WordForm> forms) {
        return forms.stream()
                .flatMap(form -> form.partStems().stream())
                .distinct()
                .toList();
    }
}
