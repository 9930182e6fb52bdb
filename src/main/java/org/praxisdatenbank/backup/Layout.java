package org.praxisdatenbank.backup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables that make up the content, as the database itself describes them: whatever a migration adds is saved too.
 *
 * @param tables each after those that it refers to
 */
record Layout(List<Columns> tables) {
    /**
     * Not content: what Flyway has done, which migrating does again, and the change log with those who follow it, whose
     * numbers of transactions mean nothing in another database. Who is signed in must sign in again, and what waits to
     * be imported is uploaded again. By their states servers notice that lists have changed.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "flyway_schema_history",
            "change_log",
            "change_log_pruned",
            "follower",
            "session",
            "password_link",
            "awaited_code",
            "upload",
            "vocabulary_state");

    Layout {
        tables = List.copyOf(tables);
    }

    /**
     * One table; all names are quoted where SQL needs it.
     *
     * @param columns that have a value of their own
     * @param numbered those of them that the database counts up
     * @param keys of the primary key, with the collation that is the same everywhere
     */
    record Columns(String name, List<String> columns, List<String> numbered, List<String> keys) {
        Columns {
            columns = List.copyOf(columns);
            numbered = List.copyOf(numbered);
            keys = List.copyOf(keys);
        }

        String list() {
            return String.join(", ", columns);
        }
    }

    /**
     * @param tables by their names
     * @param references of each table to others
     */
    static Layout of(Map<String, Columns> tables, Map<String, Set<String>> references) {
        Map<String, Columns> content = new TreeMap<>(tables);
        content.keySet().removeAll(LEFT_OUT);
        return new Layout(inOrder(content, references));
    }

    private static List<Columns> inOrder(Map<String, Columns> tables, Map<String, Set<String>> references) {
        List<Columns> ordered = new ArrayList<>();
        Set<String> left = new HashSet<>(tables.keySet());
        while (!left.isEmpty()) {
            List<Columns> next = tables.values().stream()
                    .filter(table -> left.contains(table.name()))
                    .filter(table -> references.getOrDefault(table.name(), Set.of()).stream()
                            .noneMatch(left::contains))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left);
            }
            next.forEach(table -> left.remove(table.name()));
            ordered.addAll(next);
        }
        return ordered;
    }
}
