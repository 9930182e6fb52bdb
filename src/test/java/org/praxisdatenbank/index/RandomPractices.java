package org.praxisdatenbank.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.query.Filters;
import org.praxisdatenbank.query.Selection;
import org.praxisdatenbank.query.Years;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Practices and filters drawn by a seed; the same seed draws the same. */
@NullMarked
final class RandomPractices {
    private static final List<String> WORDS = List.of("Alpha", "Beta", "Gamma");
    private static final List<String> PROVIDERS =
            List.of("Ärztekammer Süd", "AWO", "awo", "Zeche e. V.", " Öffnung ", "Öffnung", "Müller & Söhne");

    private final Random random;

    RandomPractices(long seed) {
        random = new Random(seed);
    }

    List<StoredPractice> practices(int count) {
        return IntStream.range(0, count).mapToObj(this::practice).toList();
    }

    private StoredPractice practice(int number) {
        Samples practice = Samples.practice("practice-" + number)
                .titled(String.join(" ", some(WORDS, 2)) + " " + random.nextInt(20))
                .type(one(List.of("project", "programme", "network")))
                .with(Vocabulary.TOPIC, values(Vocabulary.TOPIC))
                .with(Vocabulary.STATE, values(Vocabulary.STATE))
                .with(Vocabulary.FIELD, values(Vocabulary.FIELD))
                .with(Vocabulary.SETTING, values(Vocabulary.SETTING))
                .by(random.nextInt(4) == 0 ? null : one(PROVIDERS), null)
                .goodPractice(random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextBoolean()))
                .created(Samples.CREATED.plusMillis(random.nextInt(50)))
                .updated(Samples.CREATED.plusMillis(100 + random.nextInt(50)));
        for (String criterion : values(Vocabulary.CRITERION)) {
            practice.criterion(criterion, random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(5)));
        }
        int start = 1990 + random.nextInt(40);
        @Nullable
        String end =
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> "open";
                    default -> String.valueOf(start + random.nextInt(30));
                };
        return practice.running(random.nextInt(4) == 0 ? null : String.valueOf(start), end)
                .stored();
    }

    private String[] values(Vocabulary list) {
        return some(
                        Samples.VOCABULARIES.terms(list).stream()
                                .map(term -> term.id().value())
                                .toList(),
                        3)
                .toArray(String[]::new);
    }

    Filters filters() {
        Map<Facet, Selection> selections = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            if (random.nextInt(3) == 0) {
                List<String> all = allOf(facet);
                selections.put(
                        facet,
                        new Selection(
                                new java.util.TreeSet<>(some(all, 3)),
                                new java.util.TreeSet<>(random.nextInt(6) == 0 ? some(all, 2) : List.of()),
                                new java.util.TreeSet<>(random.nextInt(4) == 0 ? some(all, 2) : List.of())));
            }
        }
        TreeMap<String, Integer> levels = new TreeMap<>();
        if (random.nextInt(6) == 0) {
            levels.put(one(List.of("partizipation", "empowerment")), 1 + random.nextInt(5));
        }
        return new Filters(selections, levels, random.nextInt(5) == 0 ? years() : Years.ANY);
    }

    private Years years() {
        return new Years(
                random.nextBoolean() ? null : Integer.valueOf(1990 + random.nextInt(40)),
                random.nextBoolean() ? null : Integer.valueOf(1990 + random.nextInt(40)));
    }

    String word() {
        return random.nextInt(3) == 0 ? "" : one(WORDS);
    }

    private static List<String> allOf(Facet facet) {
        if (facet == Facet.YEAR) {
            return IntStream.range(1985, 2062).mapToObj(String::valueOf).toList();
        }
        if (facet == Facet.PROVIDER) {
            return List.of("AWO", "Öffnung", "Zeche e. V.", "nobody");
        }
        return facet.vocabulary()
                .map(list -> Samples.VOCABULARIES.terms(list).stream()
                        .map((Term term) -> term.id().value())
                        .toList())
                .filter(values -> !values.isEmpty())
                .orElse(facet.fixedValues());
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(List<T> values, int most) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(shuffled.size(), random.nextInt(most + 1)));
    }
}
