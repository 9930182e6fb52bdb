package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.problem.ProblemException;

/** What proves who somebody is. */
final class PasswordsTest {
    private static final Person PERSON = new Person("Kim Beispiel", "kim.beispiel@example.org");

    @Test
    void a_password_is_kept_as_argon2id_with_the_parameters_that_owasp_names() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("Regenschirm tanzt Mittwochs");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("Regenschirm tanzt Mittwochs", hash)).isTrue();
        assertThat(passwords.matches("Regenschirm tanzt mittwochs", hash)).isFalse();
        assertThat(passwords.matches("Regenschirm tanzt Mittwochs", null)).isFalse();
        assertThat(passwords.hash("Regenschirm tanzt Mittwochs")).isNotEqualTo(hash);
    }

    @Test
    void few_are_computed_at_a_time_and_few_wait_for_their_turn() throws InterruptedException {
        Passwords passwords = new Passwords();
        CountDownLatch all = new CountDownLatch(1);
        AtomicInteger compared = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> {
                    try {
                        all.await();
                        passwords.matches("Regenschirm", null);
                        compared.incrementAndGet();
                    } catch (ProblemException notReady) {
                        refused.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .limit(100)
                .toList();
        all.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(compared.get()).isPositive();
        assertThat(refused.get()).isPositive();
        assertThat(compared.get() + refused.get()).isEqualTo(threads.size());
        assertThat(passwords.matches("Regenschirm", null)).isFalse();
    }

    @Test
    void an_umlaut_is_the_same_however_the_keyboard_makes_it() {
        Passwords passwords = new Passwords();

        assertThat(passwords.matches("Fu\u0308nf Ba\u0308ume am Hu\u0308gel", passwords.hash("Fünf Bäume am Hügel")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "elf zeichen, short",
        "passwort1234, common",
        "123456789012, common",
        "aaaaaaaaaaaaaaaa, common",
        "qwertzuiopü1, common",
        "kim.beispiel@example.org, common",
        "Praxisdatenbank, common",
        "password1password1, common",
        "nur kleine buchstaben, ",
        "Regenschirm tanzt Mittwochs, "
    })
    void common_passwords_are_refused_and_no_rule_asks_for_signs(String password, String fault) {
        assertThat(new PasswordRule().fault(password, PERSON))
                .isEqualTo(Optional.ofNullable(fault).map(key -> "account.password." + key));
    }

    @Test
    void length_is_counted_in_characters_and_has_an_end() {
        PasswordRule rule = new PasswordRule();

        assertThat(rule.fault("Ich mag 🍓🍓 sehr", PERSON)).isEmpty();
        assertThat(rule.fault("x7 Gans ".repeat(16), PERSON)).isEmpty();
        assertThat(rule.fault("x7 Gans ".repeat(16) + "y", PERSON)).contains("account.password.long");
    }

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_rfc_6238_appendix_b(long second, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        OneTimeCodes codes = new OneTimeCodes();

        assertThat(codes.code(secret, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(codes.step(secret, code, Instant.ofEpochSecond(second + 30))).hasValue(second / 30);
        assertThat(codes.step(secret, code, Instant.ofEpochSecond(second + 90))).isEmpty();
        assertThat(OneTimeCodes.text(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void waiting_grows_with_each_failure_and_never_beyond_its_end() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
        Attempts attempts = new Attempts(now::get);
        Map<String, Duration> key = Map.of("account kim", Duration.ofSeconds(30));
        Duration[] waits = new Duration[11];
        for (int failure = 0; failure < waits.length; failure++) {
            waits[failure] = attempts.await(key);
            attempts.failed("account kim");
        }

        assertThat(waits).extracting(Duration::toSeconds).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 30L);
        now.updateAndGet(then -> then.plusSeconds(30));
        assertThat(attempts.await(key)).isZero();
        assertThat(attempts.await(Map.of("account else", Duration.ofSeconds(30))))
                .isZero();
        attempts.succeeded("account kim");
        attempts.failed("account kim");
        assertThat(attempts.await(key)).isZero();
    }
}
