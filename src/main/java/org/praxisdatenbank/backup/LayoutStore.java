package org.praxisdatenbank.backup;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads from PostgreSQL's catalogue what tables there are. */
final class LayoutStore {
    private static final String COLUMNS =
            """
            SELECT table_.relname AS name,
                   array_agg(quote_ident(attname) ORDER BY attnum) AS columns,
                   array_agg(quote_ident(attname) ORDER BY attnum) FILTER (WHERE attidentity <> '') AS numbered,
                   (SELECT array_agg(
                               quote_ident(key.attname) || CASE WHEN key.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END
                               ORDER BY array_position(pg_index.indkey::int[], key.attnum::int))
                      FROM pg_index
                      JOIN pg_attribute AS key ON key.attrelid = indrelid AND key.attnum = ANY(indkey)
                     WHERE indrelid = table_.oid
                       AND indisprimary) AS keys
              FROM pg_class AS table_
              JOIN pg_attribute ON attrelid = table_.oid
             WHERE relkind = 'r'
               AND relnamespace = current_schema()::regnamespace
               AND attnum > 0
               AND NOT attisdropped
               AND attgenerated = ''
             GROUP BY table_.oid, table_.relname
             ORDER BY table_.relname
            """;
    private static final String REFERENCES =
            """
            SELECT DISTINCT source.relname AS source, target.relname AS target
              FROM pg_constraint
              JOIN pg_class AS source ON source.oid = conrelid
              JOIN pg_class AS target ON target.oid = confrelid
             WHERE contype = 'f'
               AND conrelid <> confrelid
               AND connamespace = current_schema()::regnamespace
            """;

    private LayoutStore() {}

    static Layout layout(Handle db) {
        Map<String, Layout.Columns> tables = new HashMap<>();
        db.createQuery(COLUMNS)
                .map((row, ctx) -> new Layout.Columns(
                        row.getString("name"),
                        strings(row.getArray("columns")),
                        strings(row.getArray("numbered")),
                        strings(row.getArray("keys"))))
                .forEach(table -> tables.put(table.name(), table));
        Map<String, Set<String>> references = new HashMap<>();
        db.createQuery(REFERENCES)
                .map((row, ctx) -> Map.entry(row.getString("source"), row.getString("target")))
                .forEach(arrow -> references
                        .computeIfAbsent(arrow.getKey(), first -> new HashSet<>())
                        .add(arrow.getValue()));
        return Layout.of(tables, references);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
