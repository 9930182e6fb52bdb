package org.praxisdatenbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.praxisdatenbank.bench.Question.Kind;
import org.praxisdatenbank.practice.Classification;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.transfer.PracticeFile;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/**
 * The queries, drawn from the corpus's own texts: the same ones for the same corpus, seed and number.
 *
 * @param selective finds few
 * @param broad finds very many
 */
record QueryMix(List<Question> questions, Question selective, Question broad) {
    private static final int SAMPLED = 4_000;
    private static final int MOST_FILTERS = 3;
    /** How often each kind comes, of ten. */
    private static final List<Kind> KINDS = List.of(
            Kind.WORD, Kind.TWO_WORDS, Kind.PHRASE, Kind.PREFIX, Kind.WORD,
            Kind.FUZZY, Kind.WORD, Kind.TWO_WORDS, Kind.PREFIX, Kind.WORD);

    static QueryMix of(Options options, Corpus corpus, Vocabularies vocabularies) throws IOException {
        CorpusWords words = new CorpusWords(sample(corpus, vocabularies));
        Random random = new Random(options.seed());
        List<Question> questions = new ArrayList<>();
        while (questions.size() < options.queries()) {
            Practice practice = words.any(random);
            Kind kind = KINDS.get(questions.size() % KINDS.size());
            List<String> asked = asked(kind, practice, words, random);
            if (!asked.isEmpty()) {
                questions.add(new Question(kind, asked, filters(practice.classification(), random)));
            }
        }
        return new QueryMix(
                List.copyOf(questions),
                new Question(Kind.WORD, List.of(words.selective()), Map.of()),
                new Question(Kind.WORD, List.of(words.broadest()), Map.of()));
    }

    private static List<Practice> sample(Corpus corpus, Vocabularies vocabularies) throws IOException {
        Path file = Files.createTempFile("sample", ".jsonl");
        try {
            corpus.write((int) Math.min(SAMPLED, corpus.lines()), file);
            List<Practice> practices = new ArrayList<>();
            new PracticeFile(file, vocabularies).forEach(practices::add);
            return practices;
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> asked(Kind kind, Practice practice, CorpusWords words, Random random) {
        String word = words.word(practice, random);
        return switch (kind) {
            case EVERYTHING -> List.of();
            case WORD, FUZZY -> List.of(word);
            case TWO_WORDS -> List.of(word, words.word(practice, random));
            case PHRASE -> words.row(practice, random);
            case PREFIX -> List.of(word.substring(0, Math.min(word.length(), 4 + random.nextInt(3))));
        };
    }

    /** Up to three facets, each with a value of this practice and sometimes another one. */
    private static Map<Facet, List<String>> filters(Classification classification, Random random) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        List<Facet> facets = List.copyOf(Question.COUNTED);
        for (int number = random.nextInt(MOST_FILTERS + 1); number > 0; number--) {
            Facet facet = facets.get(random.nextInt(facets.size()));
            List<String> values = values(classification, facet).toList();
            if (!values.isEmpty()) {
                filters.put(facet, values.subList(0, Math.min(values.size(), 1 + random.nextInt(2))));
            }
        }
        return filters;
    }

    /** What a practice carries of a facet. */
    static Stream<String> values(Classification classification, Facet facet) {
        Vocabulary list = facet.vocabulary().orElseThrow();
        Stream<TermId> terms = switch (list) {
            case TYPE -> Stream.of(classification.type());
            case CRITERION -> classification.criteria().stream().map(Classification.Fulfilment::criterion);
            case TOPIC, FIELD, TARGET_GROUP, AGE_GROUP, SETTING, STATE, ORIGIN -> classification.terms(list).stream();
        };
        return terms.map(TermId::value);
    }
}
