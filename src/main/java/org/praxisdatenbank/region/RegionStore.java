package org.praxisdatenbank.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** Reads offices and municipalities from the database; safe for use by any thread. */
public final class RegionStore {
    private static final String OFFICES =
            """
            SELECT state, host, city, since, url, source
              FROM office
            """;
    private static final String MUNICIPALITIES =
            """
            SELECT name, kind, state, joined, focus
              FROM municipality
            """;

    private final Jdbi jdbi;

    public RegionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All of them in one consistent reading. */
    public Regions load() {
        return jdbi.inTransaction(db -> new Regions(
                db.createQuery(OFFICES).map((row, ctx) -> office(row)).list(),
                db.createQuery(MUNICIPALITIES)
                        .map((row, ctx) -> municipality(row))
                        .list()));
    }

    private static Office office(ResultSet row) throws SQLException {
        return new Office(
                state(row),
                row.getString("host"),
                row.getString("city"),
                row.getObject("since", Integer.class),
                row.getString("url"),
                row.getString("source"));
    }

    private static Municipality municipality(ResultSet row) throws SQLException {
        return new Municipality(
                row.getString("name"),
                Municipality.Kind.of(row.getString("kind")),
                state(row),
                row.getObject("joined", Integer.class),
                List.of((String[]) row.getArray("focus").getArray()));
    }

    private static TermId state(ResultSet row) throws SQLException {
        return new TermId(Vocabulary.STATE, row.getString("state"));
    }
}
