package org.praxisdatenbank.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a column of type {@code timestamptz}. */
public final class Moment {
    private Moment() {}

    /** Of a column that is never null. */
    public static Instant of(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(ofNullable(row, column), column);
    }

    /** Null where the column is. */
    public static @Nullable Instant ofNullable(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
