package org.praxisdatenbank;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.praxisdatenbank.db.DatabaseAddress;
import org.praxisdatenbank.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which lines to other machines must be encrypted. */
final class Encryption {
    private Encryption() {}

    /** Whether a name or address means the machine itself; names are not looked up. */
    static boolean isThisMachine(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return (bare.matches("[0-9.]+") || bare.contains(":"))
                    && InetAddress.getByName(bare).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /**
     * Says what is wrong with the line to the database, if anything.
     *
     * @param isDemanded whether to refuse it
     * @throws Refused where the database is on another machine and its URL does not demand TLS that cannot be deceived
     */
    static void check(DatabaseAddress database, boolean isDemanded) {
        List<String> elsewhere =
                database.hosts().stream().filter(host -> !isThisMachine(host)).toList();
        if (elsewhere.isEmpty() || database.demandsCertificate()) {
            return;
        }
        String line = "The line to the database at %s may be unencrypted, or lead to somebody else."
                        .formatted(String.join(", ", elsewhere))
                + " Write sslmode=verify-full into PRAXIS_DATABASE_URL, and sslrootcert=FILE with the certificate of"
                + " the authority that has signed the server's.";
        if (isDemanded) {
            throw new Refused(line + " PRAXIS_DATABASE_TLS demands it.");
        }
        log().warn(line);
    }

    /** Only where there is something to say: to set up the log takes a while. */
    private static Logger log() {
        return LoggerFactory.getLogger(Encryption.class);
    }
}
