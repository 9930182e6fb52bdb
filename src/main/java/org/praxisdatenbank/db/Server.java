package org.praxisdatenbank.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.praxisdatenbank.problem.Refused;

/** Asks a PostgreSQL, before anything relies on it, whether it is one that we can work with. */
final class Server {
    static final int OLDEST_VERSION = 15;
    static final String TIMEOUT_SECONDS = "5";

    private Server() {}

    /** Opens one connection beside the pool; the caller closes it. */
    static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = address.credentials();
        properties.setProperty("ApplicationName", Database.APPLICATION);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    /** @throws Refused when it is too old, or holds its text in another encoding than UTF-8 */
    static void refuseUnlessUsable(DatabaseAddress address, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new Refused("The %s is PostgreSQL %d. Version %d or newer is needed: upgrade it or use another one."
                    .formatted(address.place(), version, OLDEST_VERSION));
        }
        String encoding = encoding(connection);
        if (!"UTF8".equals(encoding)) {
            throw new Refused("The %s keeps its text as %s. Create a database with the encoding UTF8."
                    .formatted(address.place(), encoding));
        }
    }

    private static String encoding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SHOW server_encoding")) {
            row.next();
            return row.getString(1);
        }
    }

    static Refused refused(DatabaseAddress address, SQLException cause) {
        return new Refused("The %s cannot be used: %s".formatted(address.place(), explain(cause)), cause);
    }

    private static String explain(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("28")) {
            return "it does not accept this user with this password."
                    + " Check PRAXIS_DATABASE_USER and PRAXIS_DATABASE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "there is no database of this name. Create it or check PRAXIS_DATABASE_URL.";
        }
        if (state.equals("53300")) {
            return "it has no connection left. Raise its max_connections or stop other programs that use it.";
        }
        if (state.startsWith("08")) {
            return "nothing answers there. Check that PostgreSQL runs and that PRAXIS_DATABASE_URL names its"
                    + " host and port. (" + cause.getMessage() + ")";
        }
        return String.valueOf(cause.getMessage());
    }
}
