package org.praxisdatenbank.sitetext;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.AuditStore;
import org.praxisdatenbank.account.AuditStore.Deed;
import org.praxisdatenbank.account.AuditStore.Doer;
import org.praxisdatenbank.db.Moment;
import org.praxisdatenbank.site.SitePage;

/** The texts of the operator's pages in the database, every version of them; safe for use by any thread. */
public final class SiteTextStore {
    private static final String SELECT =
            """
            SELECT page, version, german, english, made, site_text.account, account.name
              FROM site_text
              LEFT JOIN account ON account.id = site_text.account
            """;
    private static final String OF_PAGE = SELECT + " WHERE page = :page ORDER BY version DESC LIMIT :most";
    private static final String FIND = SELECT + " WHERE page = :page AND version = :version";
    private static final String CURRENT = SELECT
            + """
             WHERE (page, version) IN (SELECT page, max(version) FROM site_text GROUP BY page)
            """;
    /** The highest number would not tell of a save that ends after a later one. */
    private static final String COUNT = """
            SELECT count(*)
              FROM site_text
            """;

    private static final String SAVE =
            """
            INSERT INTO site_text (page, version, german, english, account)
            SELECT :page, :version + 1, nullif(:german, ''), nullif(:english, ''), CAST(:account AS uuid)
             WHERE :version = (SELECT coalesce(max(version), 0) FROM site_text WHERE page = :page)
                ON CONFLICT (page, version) DO NOTHING
            """;

    private final Jdbi jdbi;

    public SiteTextStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many versions of all pages there are: another number after each save. */
    long count() {
        return jdbi.withHandle(db -> db.createQuery(COUNT).mapTo(Long.class).one());
    }

    /** The last version of each page that has one. */
    List<TextVersion> current() {
        return jdbi.withHandle(
                db -> db.createQuery(CURRENT).map((row, ctx) -> version(row)).list());
    }

    /** Latest first. */
    List<TextVersion> history(SitePage page, int most) {
        return jdbi.withHandle(db -> db.createQuery(OF_PAGE)
                .bind("page", page.id())
                .bind("most", most)
                .map((row, ctx) -> version(row))
                .list());
    }

    Optional<TextVersion> find(SitePage page, long version) {
        return jdbi.withHandle(db -> db.createQuery(FIND)
                .bind("page", page.id())
                .bind("version", version)
                .map((row, ctx) -> version(row))
                .findOne());
    }

    /**
     * Keeps a text, and what was done to it.
     *
     * @param version of the text that it was made from; 0: there was none
     * @param action of the audit log
     * @return false where somebody has saved another one meanwhile: nothing has changed then
     */
    boolean save(SitePage page, long version, TextPair text, Doer doer, String action) {
        @Nullable AccountId by = doer.account();
        return jdbi.inTransaction(db -> {
            int saved = db.createUpdate(SAVE)
                    .bind("page", page.id())
                    .bind("version", version)
                    .bind("german", text.german())
                    .bind("english", text.english())
                    .bind("account", by == null ? null : by.value())
                    .execute();
            if (saved == 0) {
                return false;
            }
            AuditStore.add(db, doer, new Deed(action, page.id(), String.valueOf(version + 1)));
            return true;
        });
    }

    private static TextVersion version(ResultSet row) throws SQLException {
        return new TextVersion(
                SitePage.of(row.getString("page")).orElseThrow(),
                row.getLong("version"),
                new TextPair(text(row, "german"), text(row, "english")),
                Moment.of(row, "made"),
                row.getString("account") == null,
                row.getString("name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }
}
