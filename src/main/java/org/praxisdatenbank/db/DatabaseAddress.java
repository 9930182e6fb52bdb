package org.praxisdatenbank.db;

import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Refused;

/**
 * Where a PostgreSQL database answers, and who asks.
 *
 * @param jdbcUrl begins with {@code jdbc:postgresql:}; may carry user and password itself
 * @param user empty when the URL names the user
 * @param password empty when none is needed or the URL has it; never printed
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    // The driver's own check logs parts of a URL that it does not understand, and user:password@host is one.
    private static final String HOST = "([^/?@,:\\[]+|\\[[0-9a-fA-F:.]+])(:[0-9]+)?";

    private static final Pattern SHAPE =
            Pattern.compile("jdbc:postgresql:(/|//%1$s(,%1$s)*/)?[^/?]*([?].*)?".formatted(HOST));

    /** @throws Refused when PostgreSQL's driver cannot read the URL */
    public DatabaseAddress {
        if (!SHAPE.matcher(jdbcUrl).matches()) {
            // The URL itself stays out of the message: people write postgres://user:password@host/database here.
            throw new Refused("The database URL cannot be used."
                    + " PRAXIS_DATABASE_URL must look like jdbc:postgresql://host:5432/database.");
        }
    }

    /** For messages: host, port and database, without user and password. */
    public String place() {
        Map<String, String> parts = parts();
        // Without a name, PostgreSQL takes the user's.
        String database = parts.getOrDefault("PGDBNAME", user);
        return "database \"%s\" at %s:%s".formatted(database, parts.get("PGHOST"), parts.get("PGPORT"));
    }

    /** The machines that it is on, one or more. */
    public List<String> hosts() {
        return List.of(parts().getOrDefault("PGHOST", "localhost").split(","));
    }

    /** Whether the driver must encrypt, and looks whether the certificate is valid and of this very host. */
    public boolean demandsCertificate() {
        Map<String, String> parts = parts();
        @Nullable String mode = parts.get("sslmode");
        return mode == null ? isTrue(parts.get("ssl")) : mode.equals("verify-full");
    }

    /** A flag in a URL may stand without a value. */
    private static boolean isTrue(@Nullable String flag) {
        return flag != null && (flag.isEmpty() || flag.equalsIgnoreCase("true"));
    }

    /** For the driver, with {@code user} and {@code password} only where they are not empty. */
    Properties credentials() {
        Properties credentials = new Properties();
        if (!user.isEmpty()) {
            credentials.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /** What the driver reads in the URL, by the driver's own names. */
    private Map<String, String> parts() {
        try {
            Map<String, String> parts = new HashMap<>();
            for (DriverPropertyInfo part : DriverManager.getDriver(jdbcUrl).getPropertyInfo(jdbcUrl, credentials())) {
                if (part.value != null) {
                    parts.put(part.name, part.value);
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new IllegalStateException("reading the database URL", e);
        }
    }

    @Override
    public String toString() {
        return "DatabaseAddress[%s, user=%s, password=***]".formatted(place(), user);
    }
}
