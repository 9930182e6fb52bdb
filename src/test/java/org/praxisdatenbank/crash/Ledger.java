package org.praxisdatenbank.crash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What was written, and what of it was acknowledged. Every write has a number that grows, and a title with a word of
 * that number which stands in no other title. One thread at a time writes a practice; any may ask.
 */
final class Ledger {
    /** Digits of the words; words of one length, none with an ending, have no relatives. */
    private static final String LETTERS = "bdfgklmprtvz";

    private static final int DIGITS = 6;
    private static final int TEXT_WORDS = 20;

    private final Map<String, Entry> entries = new TreeMap<>();
    private long last;
    private long acknowledged;

    /**
     * One practice.
     *
     * @param known number of the write that must be there at least; 0: none
     * @param tried number of the last write; one between the two may be there or not
     */
    record Entry(long known, long tried) {
        Entry tried(long number) {
            return new Entry(known, number);
        }
    }

    /** Some writes that are made together. */
    record Batch(Map<String, Long> numbers) {
        /** As JSON Lines. */
        byte[] lines() {
            StringBuilder lines = new StringBuilder();
            numbers.forEach((id, number) -> lines.append(
                    "{\"id\":\"%s\",\"type\":\"project\",\"title\":\"Probe %s\",\"summary\":\"Stand %s.\",\"description\":\"%s\"}\n"
                            .formatted(id, word(number), word(number), "Angebot Kinder ".repeat(TEXT_WORDS))));
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** First writes of those of the writer's own practices that are not there yet; then none is new any more. */
    synchronized Batch missing(String writer, int practices) {
        Map<String, Long> numbers = new TreeMap<>();
        for (int practice = 0; practice < practices; practice++) {
            String id = id(writer, practice);
            if (!entries.containsKey(id)) {
                numbers.put(id, ++last);
            }
        }
        return tried(numbers);
    }

    /** The next writes of some of the writer's own practices. */
    synchronized Batch next(String writer, int practices, int most, RandomGenerator random) {
        Map<String, Long> numbers = new TreeMap<>();
        int size = random.nextInt(1, most + 1);
        for (int i = 0; i < size; i++) {
            numbers.put(id(writer, random.nextInt(practices)), ++last);
        }
        return tried(numbers);
    }

    private static String id(String writer, int practice) {
        return "probe-" + writer + "-" + practice;
    }

    private Batch tried(Map<String, Long> numbers) {
        numbers.forEach((id, number) -> entries.merge(id, new Entry(0, number), (old, one) -> old.tried(number)));
        return new Batch(numbers);
    }

    /** The writes were acknowledged. */
    synchronized void acknowledged(Batch batch) {
        batch.numbers().forEach((id, number) -> entries.put(id, new Entry(number, number)));
        acknowledged += batch.numbers().size();
    }

    /** Whoever wrote says that nothing of it was kept. */
    synchronized void refused(Batch batch) {
        batch.numbers()
                .forEach((id, number) -> entries.compute(id, (same, old) -> old == null ? null : old.tried(old.known)));
    }

    /** How many writes were acknowledged in all. */
    synchronized long acknowledged() {
        return acknowledged;
    }

    /**
     * Compares with what is stored; from then on what is there must stay. Returns what is wrong.
     *
     * @param titles by id
     */
    synchronized List<String> faults(Map<String, String> titles) {
        List<String> faults = new ArrayList<>();
        entries.replaceAll((id, entry) -> {
            long stored = number(titles.getOrDefault(id, ""));
            if (stored < entry.known || stored > entry.tried) {
                faults.add("%s: %d is stored, %d was acknowledged, %d tried"
                        .formatted(id, stored, entry.known, entry.tried));
            }
            return new Entry(stored, stored);
        });
        return faults;
    }

    /** The words written last, so many: each finds the one practice of its id. */
    synchronized Map<String, String> newestWords(int most) {
        Map<String, String> words = new LinkedHashMap<>();
        entries.entrySet().stream()
                .filter(entry -> entry.getValue().known > 0)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().known))
                .limit(most)
                .forEach(entry -> words.put(word(entry.getValue().known), entry.getKey()));
        return words;
    }

    private static String word(long number) {
        StringBuilder word = new StringBuilder();
        long rest = number;
        for (int i = 0; i < DIGITS; i++) {
            word.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return "q" + word.reverse() + "x";
    }

    /** 0 where there is none. */
    private static long number(String title) {
        String digits = title.replaceFirst("^Probe q(.*)x$", "$1");
        return digits.chars()
                .mapToLong(LETTERS::indexOf)
                .reduce(0, (number, digit) -> number * LETTERS.length() + digit);
    }
}
