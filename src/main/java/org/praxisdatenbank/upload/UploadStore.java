package org.praxisdatenbank.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.db.Moment;

/**
 * Files that wait to be imported, each for the person alone who has uploaded it; a few for each, and none for longer than
 * a day. Safe for use by any thread.
 */
public final class UploadStore {
    /** The oldest give way. */
    static final int MOST = 5;
    /** Swept each hour, so that none is there after a day. */
    static final int HOURS = 22;

    private static final String ADD =
            """
            INSERT INTO upload (account, file, content)
            VALUES (CAST(:account AS uuid), :file, :content)
            RETURNING id
            """;
    private static final String MAKE_ROOM =
            """
            DELETE FROM upload
             WHERE id IN (
                   SELECT id
                     FROM upload
                    WHERE account = CAST(:account AS uuid)
                    ORDER BY made DESC, id
                   OFFSET :most)
            """;
    private static final String SELECT =
            """
            SELECT id, file, made, mapping
              FROM upload
             WHERE account = CAST(:account AS uuid)
               AND made > now() - make_interval(hours => :hours)
            """;
    private static final String LIST = SELECT + " ORDER BY made DESC, id";
    private static final String FIND = SELECT + " AND id = CAST(:id AS uuid)";
    private static final String CONTENT =
            """
            SELECT content
              FROM upload
             WHERE id = CAST(:id AS uuid)
            """;
    private static final String MAP =
            """
            UPDATE upload
               SET mapping = CAST(:mapping AS jsonb)
             WHERE id = CAST(:id AS uuid)
            """;
    private static final String DELETE =
            """
            DELETE FROM upload
             WHERE id = CAST(:id AS uuid)
            """;
    private static final String SWEEP =
            """
            DELETE FROM upload
             WHERE made <= now() - make_interval(hours => :hours)
            """;
    private static final int LONGEST_NAME = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    public UploadStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a file; where there are too many of the same person then, the oldest one is removed. */
    Upload.Id add(AccountId who, String file, byte[] content) {
        String name = file.isEmpty() ? "–" : file.substring(Math.max(0, file.length() - LONGEST_NAME));
        return jdbi.inTransaction(db -> {
            UUID id = db.createQuery(ADD)
                    .bind("account", who.toString())
                    .bind("file", name)
                    .bind("content", content)
                    .mapTo(UUID.class)
                    .one();
            db.createUpdate(MAKE_ROOM)
                    .bind("account", who.toString())
                    .bind("most", MOST)
                    .execute();
            return new Upload.Id(id);
        });
    }

    /** Latest first. */
    List<Upload> of(AccountId who) {
        return jdbi.withHandle(db -> db.createQuery(LIST)
                .bind("account", who.toString())
                .bind("hours", HOURS)
                .map((row, ctx) -> upload(row))
                .list());
    }

    /** Empty where there is none of that person. */
    Optional<Upload> find(Upload.Id id, AccountId who) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("account", who.toString())
                .bind("hours", HOURS)
                .bind("id", id.toString())
                .map((row, ctx) -> upload(row))
                .findOne());
    }

    /** Empty where it is gone. */
    Optional<byte[]> content(Upload.Id id) {
        return jdbi.withHandle(db -> db.createQuery(CONTENT)
                .bind("id", id.toString())
                .mapTo(byte[].class)
                .findOne());
    }

    void map(Upload.Id id, Map<String, String> mapping) {
        jdbi.useHandle(db -> db.createUpdate(MAP)
                .bind("id", id.toString())
                .bind("mapping", json(mapping))
                .execute());
    }

    void delete(Upload.Id id) {
        jdbi.useHandle(db -> delete(db, id));
    }

    /** The same, only if the transaction is committed; false: it is gone already. */
    static boolean delete(Handle transaction, Upload.Id id) {
        return transaction.createUpdate(DELETE).bind("id", id.toString()).execute() > 0;
    }

    void sweep() {
        jdbi.useHandle(db -> db.createUpdate(SWEEP).bind("hours", HOURS).execute());
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new Upload.Id(row.getObject("id", UUID.class)),
                row.getString("file"),
                Moment.of(row, "made"),
                mapping(row.getString("mapping")));
    }

    private static Map<String, String> mapping(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("reading the columns of an upload", e);
        }
    }

    private static String json(Map<String, String> mapping) {
        try {
            return JSON.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("keeping the columns of an upload", e);
        }
    }
}
