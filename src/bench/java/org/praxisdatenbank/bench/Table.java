package org.praxisdatenbank.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The rows of one run; printed as one table at its end, and each as it comes. For one thread. */
final class Table {
    private final List<String> rows = new ArrayList<>();
    private final Properties goals = new Properties();

    Table() {
        try (InputStream file = Table.class.getResourceAsStream("goals.properties")) {
            if (file != null) {
                goals.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the goals", e);
        }
    }

    /**
     * Adds a comparison.
     *
     * @param goal key in {@code goals.properties}
     * @param ratio of ours to the other, median of the rounds
     */
    void add(String what, String goal, String ours, String other, double ratio) {
        add(what, goal, ours, other, String.format(Locale.ROOT, "%.2f", ratio));
    }

    /** Adds a figure that stands for itself. */
    void add(String what, String goal, String ours) {
        add(what, goal, ours, "", "");
    }

    private void add(String what, String goal, String ours, String other, String ratio) {
        String row = "| %s | %s | %s | %s | %s |"
                .formatted(what, goals.getProperty(goal, ""), ours, other, ratio);
        System.out.println(row);
        rows.add(row);
    }

    void print() {
        System.out.println();
        System.out.println("| what | goal | ours | bare | ratio |");
        System.out.println("|---|---|---|---|---|");
        rows.forEach(System.out::println);
    }

    static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    static String perSecond(double number) {
        return String.format(Locale.ROOT, "%,.0f/s", number);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }
}
