package org.praxisdatenbank.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.oidc.TestProvider;

/** Signing in by a real identity provider, in a browser, which holds the policy of our pages against it. */
final class OidcIT {
    private static TestProvider there;
    private static TestApp app;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        there = TestProvider.start();
        app = TestApp.by(there);
        there.of(app);
        People.add(app.database().database().jdbi(), Role.EDITOR);
        People.add(app.database().database().jdbi(), Role.OFFICE);
        there.person("editor-1", People.email(Role.EDITOR), true);
        there.person("office-1", People.email(Role.OFFICE), true);
        there.person("stranger", "stranger@example.org", true);
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        app.close();
        there.close();
    }

    private static Page goThere(Visitor visitor, String subject) {
        Page page = visitor.open("/anmelden?weiter=/konto");
        page.locator("#dienst").press("Enter");
        page.waitForURL(url -> url.startsWith(there.issuer().toString()));
        page.locator("input[name=login]").fill(subject);
        page.locator("input[name=password]").fill("x");
        page.locator("button[type=submit]").first().click();
        page.waitForURL(url -> url.startsWith(app.address()));
        return page;
    }

    private static void isWellMade(Visitor visitor, String picture) {
        assertThat(EveryPageIT.violations(visitor.page())).isEmpty();
        assertThat(visitor.overflow()).isLessThanOrEqualTo(0);
        visitor.picture(picture);
    }

    @Test
    void somebody_signs_in_there_without_javascript() {
        try (Visitor plain = Visitor.withoutJavaScript(app, chromium, Visitor.PHONE)) {
            goThere(plain, "editor-1");

            assertThat(plain.path()).isEqualTo("/konto");
            assertThat(plain.complaints())
                    .filteredOn(complaint -> complaint.startsWith(app.address()))
                    .isEmpty();
            assertThat(plain.page().content()).contains("Kim EDITOR", "/konto/anmeldedienst");
        }
    }

    @Test
    void its_pages_are_well_made() {
        for (int width : new int[] {Visitor.PHONE, Visitor.DESK}) {
            try (Visitor visitor = Visitor.at(app, chromium, width)) {
                visitor.open("/anmelden");
                isWellMade(visitor, "oidc-anmelden");
                assertThat(visitor.cookies()).isZero();
                goThere(visitor, "stranger");
                isWellMade(visitor, "oidc-unknown");
            }
            try (Visitor visitor = Visitor.at(app, chromium, width)) {
                goThere(visitor, "editor-1");
                visitor.open("/konto/anmeldedienst");
                isWellMade(visitor, "oidc-konto");
                visitor.open("/en/konto/anmeldedienst?fehler=taken");
                isWellMade(visitor, "oidc-konto-fehler");
                visitor.open("/konto");
                isWellMade(visitor, "oidc-konto-eigenes");
            }
        }
    }

    @Test
    void the_code_of_the_second_factor_comes_after_it() {
        byte[] secret = People.setSecondFactor(app.database().database().jdbi(), Role.OFFICE);
        try (Visitor visitor = Visitor.at(app, chromium, Visitor.PHONE)) {
            Page page = goThere(visitor, "office-1");
            assertThat(visitor.path()).isEqualTo("/anmelden/dienst/code");
            isWellMade(visitor, "oidc-code");
            page.locator("#code").fill("123");
            page.locator("#code").press("Enter");
            page.waitForFunction("document.activeElement.id === 'fehler'");
            page.locator("#code").fill(People.code(secret, Instant.now()));
            page.locator("#code").press("Enter");

            assertThat(visitor.path()).isEqualTo("/konto");
        }
    }
}
