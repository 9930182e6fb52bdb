package org.praxisdatenbank.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Who may connect to the embedded PostgreSQL; the password lies inside its data folder, which only its owner can read. */
final class EmbeddedAccount {
    static final String ADMINISTRATOR = "postgres";
    static final String PASSWORD_FILE = "praxisdatenbank.password";
    /** Owns the database of the same name and is no superuser: SQL alone must not reach files or programs. */
    private static final String OWNER = "praxisdatenbank";

    private final String password;

    private EmbeddedAccount(String password) {
        this.password = password;
    }

    static EmbeddedAccount random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new EmbeddedAccount(HexFormat.of().formatHex(bytes));
    }

    static EmbeddedAccount of(Path data) throws IOException {
        return new EmbeddedAccount(Files.readString(data.resolve(PASSWORD_FILE)).strip());
    }

    Path writePassword(Path file) throws IOException {
        return Files.writeString(file, password + "\n");
    }

    /** One statement per line, as {@code postgres --single} wants it. */
    String setUpStatements() {
        return """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                CREATE DATABASE %1$s OWNER %1$s
                """
                .formatted(OWNER, password);
    }

    DatabaseAddress address(int port) {
        return address(port, OWNER, OWNER);
    }

    /** As a superuser, in the maintenance database. */
    DatabaseAddress administratorAddress(int port) {
        return address(port, ADMINISTRATOR, ADMINISTRATOR);
    }

    private DatabaseAddress address(int port, String database, String user) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }
}
