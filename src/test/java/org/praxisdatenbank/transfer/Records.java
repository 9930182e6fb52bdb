package org.praxisdatenbank.transfer;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Makes records and sources for tests. */
final class Records {
    private static final String REQUIRED = "\"type\":\"project\",\"title\":\"T\",\"summary\":\"S\"";

    private Records() {}

    /** A valid record with nothing but what is required. */
    static String record(String id) {
        return "{\"id\":\"" + id + "\"," + REQUIRED + "}";
    }

    /** A valid record and these fields, written in JSON. */
    static String recordWith(String fields) {
        return "{\"id\":\"demo\"," + REQUIRED + "," + fields + "}";
    }

    static ImportSource source(String name, String content) {
        return source(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static ImportSource source(String name, byte[] content) {
        return ImportSource.stream(name, new ByteArrayInputStream(content));
    }
}
