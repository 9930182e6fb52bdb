package org.praxisdatenbank;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.Accounts;
import org.praxisdatenbank.account.SessionLength;
import org.praxisdatenbank.db.DatabaseAddress;
import org.praxisdatenbank.oidc.OidcSettings;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.query.QueryLimits;
import org.praxisdatenbank.sync.Following;
import org.praxisdatenbank.web.OnlyFrom;
import org.praxisdatenbank.web.TrustedProxies;
import org.praxisdatenbank.web.WebSettings;
import org.praxisdatenbank.web.WebSettings.Allowance;
import org.praxisdatenbank.web.WebSettings.Load;

/**
 * All settings, read once and checked.
 *
 * @param home folder for what must survive
 * @param index folder of the index generations
 * @param database null: the embedded one
 * @param sample whether to load the sample practices; null: only into an empty embedded database
 * @param metrics who may read the figures of the running program
 * @param described one line for the log: the settings that have a value, secrets masked
 */
record Config(
        Path home,
        Path index,
        @Nullable DatabaseAddress database,
        @Nullable Boolean sample,
        WebSettings web,
        OnlyFrom metrics,
        People people,
        Limits limits,
        String described) {

    /**
     * How people sign in and are written to.
     *
     * @param identityProvider null: everybody signs in with a password
     * @param contacts how long the contact of a practice is kept
     * @param mail null: letters are written into a folder
     */
    record People(
            Accounts.Rules rules,
            @Nullable OidcSettings identityProvider,
            Duration contacts,
            Confirmation confirmation,
            @Nullable MailServer mail) {}

    /**
     * How it is asked whether practices are still right.
     *
     * @param isSending whether the server does so by itself
     * @param link how long a link holds
     * @param websites how long no website is asked again that answered; zero: none is ever asked
     */
    record Confirmation(boolean isSending, Duration link, Duration websites) {}

    /**
     * Where mails are sent.
     *
     * @param server {@code smtp://user:password@host:587}
     * @param isEncrypted whether nothing may leave without TLS and a valid certificate
     * @param from the sender's address
     */
    record MailServer(URI server, boolean isEncrypted, String from) {
        @Override
        public String toString() {
            return server.getScheme() + "://" + server.getHost() + (isEncrypted ? " over TLS" : "") + " from " + from;
        }
    }

    /** Sizes and times of which there can be too much. */
    record Limits(
            int databaseConnections,
            Following following,
            Duration importWait,
            Duration verifyEvery,
            QueryLimits query,
            int pagedHits,
            int facetValues,
            int recordLength,
            int findings,
            int uploadBytes,
            int filterValues,
            Duration slowSearch,
            int cacheBytes) {}

    /**
     * Reads flags and environment; raises {@link Refused} naming the setting that cannot be.
     *
     * @param flags by setting; what is missing there comes from the environment
     * @param environment by variable; one with {@code _FILE} behind it names a file that holds the value
     */
    static Config read(Map<Setting, String> flags, Map<String, String> environment) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            @Nullable String flag = flags.get(setting);
            given.put(setting, flag == null ? SettingFile.value(setting, environment) : flag);
        }
        return new Reader(given).config();
    }

    /** Turns texts into values. */
    private record Reader(Map<Setting, String> given) {
        private static final double DAYS_OF_A_MONTH = 365.25 / 12;

        Config config() {
            Path home = Path.of(text(Setting.HOME)).toAbsolutePath().normalize();
            @Nullable DatabaseAddress database = database();
            People people = people();
            return new Config(
                    home,
                    index(home),
                    database,
                    sample(),
                    web(),
                    metrics(),
                    people,
                    limits(),
                    described(home, database, people.mail()));
        }

        private String described(Path home, @Nullable DatabaseAddress database, @Nullable MailServer mail) {
            Map<Setting, Object> shown = new EnumMap<>(Setting.class);
            for (Setting setting : Setting.values()) {
                String value = text(setting);
                if (!value.isEmpty()) {
                    shown.put(setting, setting.isSecret() ? "***" : value);
                }
            }
            shown.put(Setting.HOME, home);
            if (database != null) {
                shown.put(Setting.DATABASE_URL, database.place());
            }
            if (mail != null) {
                shown.put(Setting.SMTP_URL, mail);
            }
            StringJoiner line = new StringJoiner(" ");
            shown.forEach((setting, value) -> line.add(setting.flag().substring("--".length()) + "=" + value));
            return line.toString();
        }

        private WebSettings web() {
            return new WebSettings(
                    text(Setting.HOST),
                    number(Setting.PORT, 0, 65_535),
                    publicUrl(),
                    number(Setting.MAX_BODY_BYTES, 1_000, 1_000_000_000),
                    load(),
                    new Allowance(
                            number(Setting.BUDGET_TOKENS, 0, 1_000_000),
                            number(Setting.BUDGET_REFILL, 1, 100_000),
                            proxies()));
        }

        private People people() {
            SessionLength length = new SessionLength(
                    Duration.ofMinutes(number(Setting.SESSION_IDLE_MINUTES, 5, 10_000)),
                    Duration.ofHours(number(Setting.SESSION_HOURS, 1, 1_000)));
            @Nullable OidcSettings oidc = oidc();
            return new People(
                    new Accounts.Rules(length, isTrue(Setting.ADMIN_SECOND_FACTOR), oidc == null ? null : oidc.name()),
                    oidc,
                    Duration.ofDays(Math.round(number(Setting.CONTACT_MONTHS, 1, 120) * DAYS_OF_A_MONTH)),
                    confirmation(),
                    mail());
        }

        private @Nullable OidcSettings oidc() {
            String client = text(Setting.OIDC_CLIENT_ID);
            if (text(Setting.OIDC_ISSUER).isEmpty()) {
                if (!client.isEmpty()) {
                    throw refused(Setting.OIDC_ISSUER, "must be set with a client id");
                }
                return null;
            }
            URI issuer = issuer();
            if (client.isEmpty()) {
                throw refused(Setting.OIDC_CLIENT_ID, "must be set with an identity provider");
            }
            List<String> scopes = List.of(text(Setting.OIDC_SCOPES).split(" +"));
            if (!scopes.contains("openid")) {
                throw refused(Setting.OIDC_SCOPES, "must have openid among them");
            }
            OidcSettings settings = new OidcSettings(
                    issuer,
                    client,
                    setting(Setting.OIDC_CLIENT_SECRET).orElse(null),
                    setting(Setting.OIDC_NAME).orElse(issuer.getHost()),
                    scopes,
                    new OidcSettings.Bounds(
                            Duration.ofMinutes(number(Setting.OIDC_KEEP_MINUTES, 1, 10_000)),
                            Duration.ofMillis(number(Setting.OIDC_MAX_MILLIS, 100, 60_000)),
                            number(Setting.OIDC_MAX_BYTES, 1_000, 10_000_000)));
            if (publicUrl() == null
                    && !settings.isForTrying()) { // else whoever asks could say where people are led back
                throw refused(
                        Setting.PUBLIC_URL, "must be set with an identity provider, as it leads people back there");
            }
            return settings;
        }

        private URI issuer() {
            try {
                URI issuer = URI.create(text(Setting.OIDC_ISSUER));
                if (OidcSettings.isSafeIssuer(issuer) && issuer.getQuery() == null && issuer.getFragment() == null) {
                    return issuer;
                }
            } catch (IllegalArgumentException noAddress) {
                // refused below
            }
            throw refused(Setting.OIDC_ISSUER, "must be https:// and a host, or http:// and this machine");
        }

        private Confirmation confirmation() {
            boolean isSending = isTrue(Setting.CONFIRM_SEND);
            if (isSending && publicUrl() == null) {
                throw refused(
                        Setting.PUBLIC_URL,
                        "must be set where letters ask for confirmation, as their links lead there");
            }
            return new Confirmation(
                    isSending,
                    Duration.ofDays(number(Setting.CONFIRM_LINK_DAYS, 1, 365)),
                    Duration.ofDays(number(Setting.LINK_CHECK_DAYS, 0, 365)));
        }

        private @Nullable MailServer mail() {
            String server = text(Setting.SMTP_URL);
            if (server.isEmpty()) {
                return null;
            }
            if (!server.matches("smtps?://([^/@\\s]+@)?[^/@:\\s]+(:\\d{1,5})?")) {
                throw refused(Setting.SMTP_URL, "must be smtp:// or smtps://, user:password@ where needed, and a host");
            }
            if (!text(Setting.MAIL_FROM).matches("[^@\\s]+@[^@\\s]+")) {
                throw refused(Setting.MAIL_FROM, "must be an address like praxis@example.org");
            }
            if (publicUrl() == null) { // else whoever asks for a link could say where it leads
                throw refused(Setting.PUBLIC_URL, "must be set with a mail server, as links in mails lead there");
            }
            URI address = URI.create(server);
            boolean isEncrypted = text(Setting.SMTP_TLS).isEmpty()
                    ? !Encryption.isThisMachine(address.getHost())
                    : isTrue(Setting.SMTP_TLS);
            return new MailServer(address, isEncrypted, text(Setting.MAIL_FROM));
        }

        private boolean isTrue(Setting setting) {
            return switch (text(setting)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw refused(setting, "must be true or false");
            };
        }

        private Load load() {
            int searches = number(Setting.MAX_SEARCHES, 0, 1_000);
            return new Load(
                    number(Setting.MAX_CONNECTIONS, 8, 100_000),
                    number(Setting.MAX_REQUESTS, 1, 10_000),
                    searches > 0 ? searches : 2 * Runtime.getRuntime().availableProcessors(),
                    number(Setting.MAX_SEARCH_WAIT_MILLIS, 0, 10_000));
        }

        private TrustedProxies proxies() {
            try {
                return TrustedProxies.parse(text(Setting.TRUSTED_PROXIES));
            } catch (IllegalArgumentException e) {
                throw refused(Setting.TRUSTED_PROXIES, "must be addresses or networks like 10.0.0.0/8");
            }
        }

        private OnlyFrom metrics() {
            try {
                return OnlyFrom.parse(text(Setting.METRICS_FROM), proxies());
            } catch (IllegalArgumentException e) {
                throw refused(Setting.METRICS_FROM, "must be addresses or networks like 10.0.0.0/8");
            }
        }

        private Limits limits() {
            return new Limits(
                    number(Setting.DATABASE_CONNECTIONS, 2, 200),
                    following(),
                    Duration.ofMillis(number(Setting.IMPORT_WAIT_MILLIS, 0, 600_000)),
                    Duration.ofMinutes(number(Setting.VERIFY_MINUTES, 1, 100_000)),
                    query(),
                    number(Setting.MAX_PAGED_HITS, 100, 1_000_000),
                    number(Setting.MAX_FACET_VALUES, 1, 1_000),
                    number(Setting.MAX_RECORD_LENGTH, 10_000, 100_000_000),
                    number(Setting.MAX_FINDINGS, 1, 100_000),
                    number(Setting.MAX_UPLOAD_BYTES, 1_000, 200_000_000),
                    number(Setting.MAX_FILTER_VALUES, 10, 1_000),
                    Duration.ofMillis(number(Setting.SLOW_SEARCH_MILLIS, 1, 60_000)),
                    number(Setting.CACHE_BYTES, 0, 1_000_000_000));
        }

        private Following following() {
            return new Following(
                    Duration.ofMillis(number(Setting.FOLLOW_MILLIS, 20, 60_000)),
                    Duration.ofHours(number(Setting.KEEP_CHANGES_HOURS, 1, 10_000)),
                    Duration.ofSeconds(number(Setting.LAG_WARNING_SECONDS, 1, 100_000)));
        }

        private QueryLimits query() {
            return new QueryLimits(
                    number(Setting.MAX_QUERY_LENGTH, 10, 10_000),
                    number(Setting.MAX_QUERY_WORDS, 5, 1_000),
                    number(Setting.MAX_LEADING_WILDCARDS, 0, 100),
                    number(Setting.MAX_FUZZY_WORDS, 0, 100),
                    number(Setting.MAX_QUERY_NESTING, 1, QueryLimits.MOST_NESTING),
                    Duration.ofMillis(number(Setting.MAX_SEARCH_MILLIS, 50, 60_000)));
        }

        /** In a checkout the generations lie beside what they are made of; elsewhere, or where a home is given, in it. */
        private Path index(Path home) {
            Path checkout = Path.of("index").toAbsolutePath();
            boolean isCheckout = Files.isDirectory(checkout.resolve("analysis")) && Files.exists(Path.of("pom.xml"));
            return isCheckout && setting(Setting.HOME).isEmpty() ? checkout.resolve("data") : home.resolve("index");
        }

        private @Nullable DatabaseAddress database() {
            String url = text(Setting.DATABASE_URL);
            boolean isTlsDemanded = isTrue(Setting.DATABASE_TLS);
            if (url.isEmpty()) {
                return null;
            }
            DatabaseAddress database =
                    new DatabaseAddress(url, text(Setting.DATABASE_USER), text(Setting.DATABASE_PASSWORD));
            Encryption.check(database, isTlsDemanded);
            return database;
        }

        private @Nullable Boolean sample() {
            return text(Setting.SAMPLE).isEmpty() ? null : isTrue(Setting.SAMPLE);
        }

        private @Nullable String publicUrl() {
            String url = text(Setting.PUBLIC_URL);
            if (url.isEmpty()) {
                return null;
            }
            if (!url.matches("https?://[^/\\s]+")) {
                throw refused(Setting.PUBLIC_URL, "must be http:// or https:// and a host, without a path");
            }
            return url;
        }

        private int number(Setting setting, int lowest, int highest) {
            try {
                int number = Integer.parseInt(text(setting));
                if (number >= lowest && number <= highest) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // falls through to the refusal
            }
            throw refused(setting, "must be a whole number from " + lowest + " to " + highest);
        }

        private Refused refused(Setting setting, String rule) {
            String value = setting.isSecret() ? "(secret)" : text(setting);
            return new Refused(
                    "The setting %s (%s) %s, but is '%s'.".formatted(setting.variable(), setting.flag(), rule, value));
        }

        private String text(Setting setting) {
            return setting(setting).orElse(setting.initial());
        }

        private Optional<String> setting(Setting setting) {
            return Optional.ofNullable(given.get(setting)).filter(text -> !text.isEmpty());
        }
    }
}
