package org.praxisdatenbank;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.query.QueryLimits;
import org.slf4j.LoggerFactory;

final class ConfigTest {

    @Test
    void a_flag_wins_over_the_environment_and_that_over_the_default() {
        Config config =
                Config.read(Map.of(Setting.PORT, "9001"), Map.of("PRAXIS_PORT", "9002", "PRAXIS_HOST", "0.0.0.0"));
        assertThat(config.web().port()).isEqualTo(9001);
        assertThat(config.web().host()).isEqualTo("0.0.0.0");
        assertThat(config.web().load().requests()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 99999",
        "PORT, eighty",
        "SAMPLE, yes",
        "PUBLIC_URL, example.org",
        "PUBLIC_URL, https://example.org/praxis",
        "FOLLOW_MILLIS, 0",
        "MAX_QUERY_NESTING, 51",
        "TRUSTED_PROXIES, proxy.example",
        "TRUSTED_PROXIES, 10.0.0.0/33",
        "METRICS_FROM, prometheus.example",
        "BUDGET_REFILL, 0",
        "MAX_SEARCH_MILLIS, 0",
        "DATABASE_URL, postgres://localhost/x",
        "SMTP_URL, mail.example.org",
        "DATABASE_TLS, verify-full",
        "SESSION_IDLE_MINUTES, 0",
        "ADMIN_SECOND_FACTOR, yes",
        "OIDC_ISSUER, login.example.org",
        "OIDC_ISSUER, http://login.example.org",
        "OIDC_ISSUER, https://login.example.org?tenant=a",
        "OIDC_ISSUER, https:// login",
        "CONTACT_MONTHS, 0",
        "CONFIRM_LINK_DAYS, 400",
        "CONFIRM_SEND, yearly",
    })
    void a_value_that_cannot_be_is_refused_with_the_setting_named(Setting setting, String value) {
        assertThatThrownBy(() -> Config.read(Map.of(setting, value), Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(setting.variable());
    }

    @Test
    void a_mail_server_needs_a_sender_and_the_address_that_links_lead_to_and_its_password_is_not_told() {
        Map<Setting, String> settings =
                new EnumMap<>(Map.of(Setting.SMTP_URL, "smtp://kim:secret@mail.example.org:587"));
        assertThatThrownBy(() -> Config.read(settings, Map.of())).hasMessageContaining("PRAXIS_MAIL_FROM");
        settings.put(Setting.MAIL_FROM, "praxis@example.org");
        assertThatThrownBy(() -> Config.read(settings, Map.of())).hasMessageContaining("PRAXIS_PUBLIC_URL");
        settings.put(Setting.PUBLIC_URL, "https://praxis.example.org");

        assertThat(Config.read(settings, Map.of()).described())
                .contains("smtp://mail.example.org over TLS from praxis@example.org")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org, '', true",
        "smtp://mail.example.org, false, false",
        "smtp://localhost, '', false",
        "smtp://127.0.0.1:25, '', false",
        "smtp://127.0.0.1:25, true, true",
        "smtp://127.example.org, '', true",
    })
    void letters_leave_over_tls_unless_the_mail_server_is_this_machine(String server, String tls, boolean isEncrypted) {
        Map<Setting, String> settings = Map.of(
                Setting.SMTP_URL,
                server,
                Setting.SMTP_TLS,
                tls,
                Setting.MAIL_FROM,
                "praxis@example.org",
                Setting.PUBLIC_URL,
                "https://praxis.example.org");
        assertThat(Objects.requireNonNull(
                                Config.read(settings, Map.of()).people().mail())
                        .isEncrypted())
                .isEqualTo(isEncrypted);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org/praxis, true",
        "jdbc:postgresql://db.example.org/praxis?sslmode=require, true",
        "jdbc:postgresql://localhost/praxis, false",
        "jdbc:postgresql:praxis, false",
        "'jdbc:postgresql://127.0.0.1,[::1]:5433/praxis', false",
        "'jdbc:postgresql://localhost,db.example.org/praxis', true",
        "jdbc:postgresql://db.example.org/praxis?sslmode=verify-full, false",
        "jdbc:postgresql://db.example.org/praxis?ssl=true, false",
    })
    void a_line_to_a_database_elsewhere_that_may_be_read_along_is_warned_of_or_refused(String url, boolean isOpen) {
        Map<Setting, String> settings = new EnumMap<>(Map.of(Setting.DATABASE_URL, url));
        assertThat(warnings(Encryption.class, () -> Config.read(settings, Map.of())))
                .hasSize(isOpen ? 1 : 0)
                .allSatisfy(warning -> assertThat(warning).contains("db.example.org", "sslmode=verify-full"));
        settings.put(Setting.DATABASE_TLS, "true");
        if (isOpen) {
            assertThatThrownBy(() -> Config.read(settings, Map.of()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("PRAXIS_DATABASE_TLS");
        } else {
            assertThat(Config.read(settings, Map.of()).database()).isNotNull();
        }
    }

    @Test
    void an_identity_provider_needs_a_client_id_and_the_address_that_it_leads_back_to_and_its_secret_is_not_told() {
        Map<Setting, String> settings = new EnumMap<>(Map.of(Setting.OIDC_ISSUER, "https://login.example.org/praxis"));
        assertThatThrownBy(() -> Config.read(settings, Map.of())).hasMessageContaining("PRAXIS_OIDC_CLIENT_ID");
        settings.put(Setting.OIDC_CLIENT_ID, "praxis");
        assertThatThrownBy(() -> Config.read(settings, Map.of())).hasMessageContaining("PRAXIS_PUBLIC_URL");
        settings.put(Setting.PUBLIC_URL, "https://praxis.example.org");
        settings.put(Setting.OIDC_CLIENT_SECRET, "xyzzy-42");
        Config config = Config.read(settings, Map.of());

        assertThat(config.described()).contains("login.example.org").doesNotContain("xyzzy");
        assertThat(config.toString()).doesNotContain("xyzzy");
        assertThat(config.people().rules().identityProvider()).isEqualTo("login.example.org");
        settings.put(Setting.OIDC_SCOPES, "email");
        assertThatThrownBy(() -> Config.read(settings, Map.of())).hasMessageContaining("PRAXIS_OIDC_SCOPES");
        assertThatThrownBy(() -> Config.read(Map.of(Setting.OIDC_CLIENT_ID, "praxis"), Map.of()))
                .hasMessageContaining("PRAXIS_OIDC_ISSUER");
    }

    @Test
    void who_asks_by_letter_has_an_address_that_links_lead_to() {
        assertThatThrownBy(() -> Config.read(Map.of(Setting.CONFIRM_SEND, "true"), Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("PRAXIS_PUBLIC_URL");
    }

    @Test
    void limits_of_a_query_text_are_settings_with_the_documented_defaults() {
        assertThat(Config.read(Map.of(), Map.of()).limits().query()).isEqualTo(QueryLimits.DEFAULT);
        assertThat(Config.read(
                                Map.of(
                                        Setting.MAX_QUERY_LENGTH, "10",
                                        Setting.MAX_QUERY_WORDS, "11",
                                        Setting.MAX_LEADING_WILDCARDS, "12",
                                        Setting.MAX_FUZZY_WORDS, "13",
                                        Setting.MAX_QUERY_NESTING, "14",
                                        Setting.MAX_SEARCH_MILLIS, "150"),
                                Map.of())
                        .limits()
                        .query())
                .isEqualTo(new QueryLimits(10, 11, 12, 13, 14, Duration.ofMillis(150)));
    }

    @Test
    void two_searches_for_each_processor_are_computed_unless_another_number_is_given() {
        assertThat(Config.read(Map.of(), Map.of()).web().load().searches())
                .isEqualTo(2 * Runtime.getRuntime().availableProcessors());
        assertThat(Config.read(Map.of(Setting.MAX_SEARCHES, "3"), Map.of())
                        .web()
                        .load()
                        .searches())
                .isEqualTo(3);
    }

    @Test
    void the_password_is_never_printed() {
        Config config = Config.read(
                Map.of(
                        Setting.DATABASE_URL, "jdbc:postgresql://localhost/praxis",
                        Setting.DATABASE_USER, "praxis",
                        Setting.DATABASE_PASSWORD, "xyzzy-42"),
                Map.of());
        assertThat(config.described()).contains("praxis").doesNotContain("xyzzy");
        assertThat(config.toString()).doesNotContain("xyzzy");
    }

    @Test
    void any_setting_can_stand_in_a_file_that_the_environment_names(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "  xyzzy 42\n");
        Map<String, String> environment = Map.of(
                "PRAXIS_DATABASE_URL",
                "jdbc:postgresql://localhost/praxis",
                "PRAXIS_DATABASE_PASSWORD_FILE",
                file.toString());
        assertThat(password(Config.read(Map.of(), environment))).isEqualTo("xyzzy 42");
        assertThat(password(Config.read(Map.of(Setting.DATABASE_PASSWORD, "flag"), environment)))
                .isEqualTo("flag");

        Map<String, String> both = new HashMap<>(environment);
        both.put("PRAXIS_DATABASE_PASSWORD", "other");
        assertThatThrownBy(() -> Config.read(Map.of(), both))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("PRAXIS_DATABASE_PASSWORD", "PRAXIS_DATABASE_PASSWORD_FILE", "Keep one")
                .hasMessageNotContaining("other");
        Files.delete(file);
        assertThatThrownBy(() -> Config.read(Map.of(), environment))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll("PRAXIS_DATABASE_PASSWORD_FILE", file.toString(), "NoSuchFile");
        Files.write(file, new byte[] {(byte) 0xFF});
        assertThatThrownBy(() -> Config.read(Map.of(), environment)).hasMessageContaining("no text in UTF-8");
    }

    @Test
    void a_secret_that_everybody_can_read_is_warned_of(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "xyzzy");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(warnings(SettingFile.class, () -> readSecret(file))).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(warnings(SettingFile.class, () -> readSecret(file)))
                .singleElement(as(STRING))
                .contains("PRAXIS_DATABASE_PASSWORD_FILE", "chmod o-r " + file)
                .doesNotContain("xyzzy");
    }

    private static String password(Config config) {
        return Objects.requireNonNull(config.database()).password();
    }

    private static void readSecret(Path file) {
        Config.read(Map.of(), Map.of("PRAXIS_DATABASE_PASSWORD_FILE", file.toString()));
    }

    private static List<String> warnings(Class<?> of, Runnable work) {
        ch.qos.logback.classic.Logger log = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(of);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try {
            work.run();
        } finally {
            log.detachAppender(heard);
        }
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void with_a_home_of_its_own_the_index_lies_there() {
        Config config = Config.read(Map.of(Setting.HOME, "/srv/praxis"), Map.of());
        assertThat(config.index()).isEqualTo(Path.of("/srv/praxis/index"));
    }

    @Test
    void in_a_checkout_the_index_lies_beside_what_it_is_made_of() {
        assertThat(Config.read(Map.of(), Map.of()).index()).endsWithRaw(Path.of("index", "data"));
    }
}
