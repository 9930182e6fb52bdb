package org.praxisdatenbank.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Kills one after the other, and counts what came of them by where they were. For one thread. */
final class Rounds implements AutoCloseable {
    private final Path home;
    private final Random random;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<Boolean, Scene> scenes = new TreeMap<>();
    /** The kill whose traces the next start of that scene meets. */
    private final Map<Boolean, String> before = new TreeMap<>();

    private final List<String> faults = new ArrayList<>();
    private int number;

    /** @param seed decides what the load writes */
    Rounds(Path home, long seed) {
        this.home = home;
        this.random = new Random(seed);
    }

    private static final class Row {
        private int kills;
        private final Map<Fault.Kind, Integer> faults = new EnumMap<>(Fault.Kind.class);
    }

    /** Kills one after the other with one server; only the last may be a server. */
    void run(List<Kill> kills) throws IOException {
        number++;
        Kill last = kills.getLast();
        boolean isOwn = last.who().isOnOwnDatabase();
        kills.forEach(kill -> rows.computeIfAbsent(kill.where(), where -> new Row()).kills++);
        List<Fault> found = scene(isOwn).kill(kills);
        note(found, kills + (before.containsKey(isOwn) ? ", after " + before.get(isOwn) : ""), last.where());
        before.put(isOwn, last.where());
    }

    private Scene scene(boolean isOnOwnDatabase) {
        return scenes.computeIfAbsent(
                isOnOwnDatabase,
                own -> new Scene(
                        own
                                ? Site.withDatabaseOfServer(home.resolve("own"))
                                : Site.withDatabaseOutside(home.resolve("outside")),
                        random));
    }

    private void note(List<Fault> found, String what, String where) {
        for (Fault fault : found) {
            String line = "kill %d (%s): %s".formatted(number, what, fault);
            System.out.println(line);
            faults.add(line);
            rows.computeIfAbsent(where, any -> new Row()).faults.merge(fault.kind(), 1, Integer::sum);
        }
    }

    /** Looks into the last kills; returns all that was wrong. */
    List<String> end() {
        scenes.forEach((own, scene) -> {
            @Nullable String last = before.get(own);
            note(scene.look(), "the end, after " + last, String.valueOf(last));
        });
        return List.copyOf(faults);
    }

    /** Where killed, how often, and what was wrong. */
    String table() {
        StringBuilder table =
                new StringBuilder("| killed | kills | lost | broken | different | unanswered | failed |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        Row sum = new Row();
        rows.forEach((where, row) -> {
            table.append(line(where, row));
            sum.kills += row.kills;
            row.faults.forEach((kind, count) -> sum.faults.merge(kind, count, Integer::sum));
        });
        table.append(line("all", sum));
        long writes = scenes.values().stream()
                .mapToLong(scene -> scene.ledger().acknowledged())
                .sum();
        return table + "%,d acknowledged writes%n".formatted(writes);
    }

    private static String line(String where, Row row) {
        StringBuilder line = new StringBuilder("| " + where + " | " + row.kills);
        for (Fault.Kind kind : Fault.Kind.values()) {
            line.append(" | ").append(row.faults.getOrDefault(kind, 0));
        }
        return line + " |\n";
    }

    @Override
    public void close() {
        scenes.values().forEach(Scene::close);
    }
}
