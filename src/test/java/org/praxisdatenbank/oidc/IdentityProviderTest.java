package org.praxisdatenbank.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.account.Identity;
import org.praxisdatenbank.account.Token;
import org.praxisdatenbank.oidc.IdentityProvider.Told;
import org.praxisdatenbank.oidc.Visit.Goal;
import org.praxisdatenbank.oidc.Visit.Proofs;

/** What is believed of what a real identity provider says, rightly or wrongly. */
final class IdentityProviderTest {
    private static final URI BACK = URI.create("http://127.0.0.1:1" + OidcPages.BACK);
    private static TestProvider there;

    private Instant now = Instant.now();
    private IdentityProvider provider;

    @BeforeAll
    static void start() {
        there = TestProvider.start().leadingTo(BACK.toString()).person("kim", "kim@example.org", true);
    }

    @AfterAll
    static void stop() {
        there.close();
    }

    @BeforeEach
    void meet() {
        provider = provider(there.settings());
    }

    @AfterEach
    void part() {
        provider.close();
        there.doing("");
    }

    private IdentityProvider provider(OidcSettings settings) {
        InstantSource clock = () -> now;
        return new IdentityProvider(settings, clock);
    }

    private static Proofs proofs() {
        return new Visit(Token.create(), Goal.SIGN_IN, false, "/verwaltung").proofs("");
    }

    private static String code(IdentityProvider provider, Proofs proofs, TestProvider there) {
        String door = provider.door(proofs, BACK).orElseThrow().toString();
        Map<String, String> back = Addresses.parameters(there.signIn(door, "kim"));
        assertThat(back).containsEntry("state", proofs.state());
        return Addresses.parameter(back, "code");
    }

    private static Told visit(IdentityProvider provider, TestProvider there) {
        Proofs proofs = proofs();
        return provider.identify(code(provider, proofs, there), proofs, BACK);
    }

    private static Told kim(TestProvider there) {
        return new Told.Named(new Identity(there.issuer().toString(), "kim", "kim@example.org"));
    }

    @Test
    void whoever_signs_in_there_is_named() {
        assertThat(visit(provider, there)).isEqualTo(kim(there));
    }

    @Test
    void the_door_is_that_of_the_code_flow_with_pkce() {
        Proofs proofs = proofs();

        assertThat(Addresses.parameters(
                        provider.door(proofs, BACK).orElseThrow().toString()))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", TestProvider.CLIENT)
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("scope", "openid email")
                .doesNotContainValue(proofs.verifier());
    }

    @Test
    void the_email_address_may_come_with_the_id_token() {
        try (TestProvider quick = TestProvider.start(true);
                IdentityProvider known = provider(quick.settings())) {
            quick.leadingTo(BACK.toString()).person("kim", "kim@example.org", true);

            assertThat(visit(known, quick)).isEqualTo(kim(quick));
        }
    }

    @Test
    void an_email_address_that_is_not_verified_is_not_told() {
        there.person("kim", "kim@example.org", false);

        assertThat(visit(provider, there))
                .isEqualTo(new Told.Named(new Identity(there.issuer().toString(), "kim", null)));
        there.person("kim", "kim@example.org", true);
    }

    @Test
    void a_public_client_needs_no_secret() {
        try (IdentityProvider known = provider(there.settings(null, Duration.ofSeconds(5)))) {
            assertThat(visit(known, there)).isEqualTo(kim(there));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged_key", "other_nonce", "other_audience", "slow_clock"})
    void what_does_not_hold_is_not_believed(String fault) {
        there.doing(fault);

        assertThat(visit(provider, there)).isEqualTo(new Told.Nothing());
    }

    @Test
    void a_code_is_good_once() {
        Proofs proofs = proofs();
        String code = code(provider, proofs, there);
        assertThat(provider.identify(code, proofs, BACK)).isEqualTo(kim(there));

        assertThat(provider.identify(code, proofs, BACK)).isEqualTo(new Told.Nothing());
    }

    @Test
    void a_code_is_good_for_nobody_who_has_not_fetched_it() {
        Proofs proofs = proofs();
        String code = code(provider, proofs, there);
        Proofs stolen = new Proofs(proofs.state(), proofs.nonce(), proofs().verifier());

        assertThat(provider.identify(code, stolen, BACK)).isEqualTo(new Told.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "broken", "endless", "elsewhere", "other_issuer"})
    void who_does_not_say_how_it_works_is_away(String fault) {
        there.doing(fault);
        try (IdentityProvider known = provider(there.settings(TestProvider.SECRET, Duration.ofMillis(500)))) {
            assertThat(known.door(proofs(), BACK)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "broken", "endless"})
    void who_falls_silent_on_the_way_is_away(String fault) {
        try (IdentityProvider known = provider(there.settings(TestProvider.SECRET, Duration.ofMillis(500)))) {
            Proofs proofs = proofs();
            String code = code(known, proofs, there);
            there.doing(fault);

            assertThat(known.identify(code, proofs, BACK)).isEqualTo(new Told.Away());
        }
    }

    @Test
    void how_it_works_is_kept_for_a_while_and_asked_anew_afterwards() {
        assertThat(provider.door(proofs(), BACK)).isPresent();
        there.doing("broken");
        assertThat(provider.door(proofs(), BACK)).isPresent();

        now = now.plus(Duration.ofMinutes(61));
        assertThat(provider.door(proofs(), BACK)).isEmpty();
    }

    @Test
    void nobody_waits_for_it_shortly_after_it_has_not_answered() {
        there.doing("broken");
        assertThat(provider.door(proofs(), BACK)).isEmpty();
        there.doing("");
        Optional<URI> atOnce = provider.door(proofs(), BACK);
        now = now.plusSeconds(6);

        assertThat(atOnce).isEmpty();
        assertThat(provider.door(proofs(), BACK)).isPresent();
    }
}
