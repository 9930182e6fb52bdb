package org.praxisdatenbank;

import java.util.Locale;

/**
 * The settings by their names. Each comes from a flag, else from the environment or a file that it names, else has its
 * default; README lists the same rows.
 */
enum Setting {
    HOME(".praxis", "folder for the embedded database, the index generations and the operator's own texts"),
    PORT("8080", "HTTP port, 0 to 65535; 0 picks a free one"),
    HOST("127.0.0.1", "address to listen on"),
    PUBLIC_URL("", "address under which visitors know the server, https://example.org; unset: what each request names"),
    DATABASE_URL("", "JDBC URL of an existing PostgreSQL (15 or newer); unset: an embedded one in the home folder"),
    DATABASE_USER("", "user for that database"),
    DATABASE_PASSWORD("", "password for that database"),
    DATABASE_TLS(
            "false",
            "true: the program does not start on a database of another machine whose URL does not say sslmode=verify-full; false: it warns"),
    DATABASE_CONNECTIONS(
            "10",
            "connections to the database at the same time, 2 to 200; a server has one more, to be told of changes"),
    SAMPLE("", "true: load the sample practices; unset: only into an empty embedded database"),
    FOLLOW_MILLIS(
            "1000",
            "milliseconds between two looks into the change log, 20 to 60000, where the database does not tell at once that something has changed"),
    KEEP_CHANGES_HOURS(
            "168",
            "hours that rows of the change log are kept at least, 1 to 10000; longer than building the index takes"),
    LAG_WARNING_SECONDS("30", "seconds that the index may lag behind the database before the log says so, 1 to 100000"),
    IMPORT_WAIT_MILLIS(
            "5000",
            "milliseconds that an import waits until running servers find what it has changed, 0 to 600000; then it ends all the same"),
    VERIFY_MINUTES("60", "minutes between two comparisons of the whole index with the database, 1 to 100000"),
    MAX_CONNECTIONS("2000", "connections at the same time, 8 to 100000; further ones wait in the operating system"),
    MAX_REQUESTS("200", "requests worked on at the same time, 1 to 10000; further ones are answered 503 at once"),
    MAX_SEARCHES("0", "requests that search computed at the same time, 0 to 1000; 0: two for each processor"),
    MAX_SEARCH_WAIT_MILLIS(
            "500",
            "milliseconds that a request which searches waits for its turn, 0 to 10000; then it is answered 503"),
    BUDGET_TOKENS("2000", "tokens that one address can spend at once, 0 to 1000000, see below; 0: as many as it likes"),
    BUDGET_REFILL("20", "tokens that come back to an address each second, 1 to 100000"),
    TRUSTED_PROXIES(
            "",
            "addresses or networks (10.0.0.0/8), with commas between them, of proxies that say whom a request comes from; unset: whoever is connected"),
    METRICS_FROM(
            "127.0.0.0/8,::1",
            "addresses or networks (10.0.0.0/8), with commas between them, that may read /metrics; 0.0.0.0/0,::/0: everybody"),
    SLOW_SEARCH_MILLIS("500", "milliseconds from which on a search is logged as slow, 1 to 60000"),
    CACHE_BYTES("32000000", "bytes of answers kept in memory until the index changes, 0 to 1000000000; 0: none"),
    MAX_BODY_BYTES("1000000", "bytes of a request's body, 1000 to 1000000000"),
    MAX_QUERY_LENGTH("1000", "characters of a query text, 10 to 10000"),
    MAX_QUERY_WORDS("100", "words, phrases and patterns of a query text, over all brackets, 5 to 1000"),
    MAX_QUERY_NESTING("10", "brackets, negations and fields inside each other in a query text, 1 to 50"),
    MAX_LEADING_WILDCARDS("3", "words of a query text that begin with * or ?, 0 to 100"),
    MAX_FUZZY_WORDS("5", "words of a query text with ~, 0 to 100"),
    MAX_SEARCH_MILLIS(
            "2000", "milliseconds that one search may take, 50 to 60000; then it answers in part and says so"),
    MAX_FILTER_VALUES("100", "values of all filters of one search, 10 to 1000"),
    MAX_PAGED_HITS("10000", "hits that can be reached by page number, 100 to 1000000; beyond them by cursor"),
    MAX_FACET_VALUES(
            "50",
            "values that an answer lists of a facet without a fixed list (provider), 1 to 1000; it tells how many more; the "
                    + "search page lists 20 of them at most"),
    MAX_RECORD_LENGTH("1000000", "characters of one record in an import, 10000 to 100000000"),
    MAX_FINDINGS("100", "faults that an import lists one by one, 1 to 100000; it counts all"),
    MAX_UPLOAD_BYTES("20000000", "bytes of a file that is uploaded to be imported, 1000 to 200000000"),
    SESSION_IDLE_MINUTES("120", "minutes without a request after which somebody is signed out, 5 to 10000"),
    SESSION_HOURS("12", "hours after which somebody is signed out in any case, 1 to 1000"),
    ADMIN_SECOND_FACTOR("false", "true: admins must set up a second factor before they do anything else"),
    OIDC_ISSUER(
            "",
            "address of an identity provider (OpenID Connect) by which people sign in, too, as it calls itself: https://login.example.org/praxis; unset: there is none"),
    OIDC_CLIENT_ID("", "what that identity provider calls this server; needed with one"),
    OIDC_CLIENT_SECRET("", "by which it knows this server; unset: it is registered as a public client"),
    OIDC_NAME("", "what people call it, on buttons; unset: the host of its address"),
    OIDC_SCOPES("openid email", "what it is asked for, with blanks between; openid must be among them"),
    OIDC_KEEP_MINUTES("60", "minutes after which it is asked anew how it works, 1 to 10000"),
    OIDC_MAX_MILLIS("5000", "milliseconds that it has for one answer, 100 to 60000"),
    OIDC_MAX_BYTES("200000", "bytes of one of its answers, 1000 to 10000000"),
    CONTACT_MONTHS(
            "24",
            "months that the contact of a practice is kept after somebody has last said that it is right, 1 to 120; then it is removed"),
    CONFIRM_SEND(
            "false",
            "true: the server asks by letter once a year whether a practice is still right; needs PRAXIS_PUBLIC_URL"),
    CONFIRM_LINK_DAYS("60", "days that the link of such a letter holds, 1 to 365"),
    LINK_CHECK_DAYS(
            "0",
            "days between two looks at the website of a practice, whether it still answers, 0 to 365; 0: websites are never asked"),
    SMTP_URL(
            "",
            "mail server, smtp://user:password@host:587 or smtps://…; unset: letters are written into the folder mail in the home folder"),
    SMTP_TLS(
            "",
            "true: letters leave only over TLS, with a certificate that is valid for the mail server's name; false: so only where there is a password, else where the server offers it; unset: true, but false where the mail server is this machine itself"),
    MAIL_FROM("", "address that mails come from; needed with a mail server");

    private final String initial;
    private final String meaning;

    Setting(String initial, String meaning) {
        this.initial = initial;
        this.meaning = meaning;
    }

    /** Name in the environment, {@code PRAXIS_PORT}. */
    String variable() {
        return "PRAXIS_" + name();
    }

    /** Name in the environment of the file that holds the value, {@code PRAXIS_PORT_FILE}. */
    String fileVariable() {
        return variable() + "_FILE";
    }

    /** Name on the command line, {@code --port}. */
    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The default; empty: unset. */
    String initial() {
        return initial;
    }

    /** What it means, with unit and range. */
    String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return this == DATABASE_PASSWORD || this == SMTP_URL || this == OIDC_CLIENT_SECRET;
    }
}
