package org.praxisdatenbank.web;

import java.util.Arrays;
import java.util.Optional;

/** The files that the API gives, each at an address of its own. */
public enum DownloadType {
    CSV("csv", "text/csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON_LINES("jsonl", "application/jsonl");

    private static final String PATH = "/api/v1/export.";

    private final String ending;
    private final String mediaType;

    DownloadType(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Of its address and its name: {@code csv}. */
    public String ending() {
        return ending;
    }

    /** Without parameters. */
    public String mediaType() {
        return mediaType;
    }

    public String path() {
        return PATH + ending;
    }

    static Optional<DownloadType> ofPath(String path) {
        return Arrays.stream(values()).filter(type -> type.path().equals(path)).findFirst();
    }
}
