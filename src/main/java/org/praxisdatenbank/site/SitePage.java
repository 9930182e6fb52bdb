package org.praxisdatenbank.site;

import java.util.Arrays;
import java.util.Optional;

/** The pages whose words are the operator's own. */
public enum SitePage {
    /** The introduction alone. */
    START("start", "/"),
    /** What stands before the origin of the entries and the licences, which the program tells itself. */
    ABOUT("ueber", "/ueber"),
    PRIVACY("datenschutz", "/datenschutz"),
    ACCESSIBILITY("barrierefreiheit", "/barrierefreiheit"),
    IMPRINT("impressum", "/impressum");

    private final String id;
    private final String path;

    SitePage(String id, String path) {
        this.id = id;
        this.path = path;
    }

    /** Its name in addresses and in the database. */
    public String id() {
        return id;
    }

    /** German, from the root. */
    public String path() {
        return path;
    }

    public static Optional<SitePage> of(String id) {
        return Arrays.stream(values()).filter(page -> page.id.equals(id)).findFirst();
    }
}
