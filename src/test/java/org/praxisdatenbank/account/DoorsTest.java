package org.praxisdatenbank.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.WorkPages.Door;
import org.praxisdatenbank.oidc.TestProvider;
import org.praxisdatenbank.token.TokenApi;

/** Every address that is open to some only, tried by every role and by nobody. */
final class DoorsTest {
    private static TestProvider provider;
    private static TestApp app;
    private static Map<Role, Client> clients;

    @BeforeAll
    static void start() {
        provider = TestProvider.start();
        app = TestApp.by(provider);
        provider.of(app);
        clients = Client.everybody(app);
    }

    @AfterAll
    static void close() {
        app.close();
        provider.close();
    }

    private static String path(Door door) {
        return door.path().replaceAll("\\{\\w+}", "00000000-0000-4000-8000-000000000000");
    }

    /** What the door answers; 403: not to this one. */
    private static int answer(Door door, Client client) {
        HttpResponse<String> answer =
                door.method().equals("GET") ? client.get(path(door)) : client.post(path(door), Map.of());
        return answer.statusCode();
    }

    @Test
    void each_role_enters_by_its_own_doors_only() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Door door : app.doors()) {
            for (Map.Entry<Role, Client> visitor : clients.entrySet()) {
                Role role = visitor.getKey();
                int status = answer(door, visitor.getValue());
                tried++;
                if (door.roles().contains(role) == (status == 403) || status >= 500) {
                    wrong.add(role + " " + door.method() + " " + door.path() + " " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(50);
        System.out.println("doors: " + app.doors().size() + ", tries: " + tried);
    }

    @Test
    void nobody_enters_without_signing_in_in_either_language() {
        Map<String, Integer> open = new TreeMap<>();
        for (Door door : app.doors()) {
            for (String language : List.of("", "/en")) {
                Door there = new Door(door.method(), language + door.path(), door.roles());
                int status = answer(there, new Client(app));
                if (status != (door.method().equals("GET") ? 303 : 403)) {
                    open.put(there.method() + " " + there.path(), status);
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void what_changes_something_is_behind_a_door_or_one_of_a_few() {
        Set<String> open = Set.of(
                "/anmelden",
                "/abmelden",
                "/anmelden/vergessen",
                "/anmelden/passwort/{token}",
                // coming back from there is the one GET that changes something, see OidcPagesTest
                "/anmelden/dienst",
                "/anmelden/dienst/code",
                "/bestaetigen/{token}");
        List<String> behindDoors = app.doors().stream()
                .filter(door -> door.method().equals("POST"))
                .map(Door::path)
                .toList();

        List<String> ofPrograms = app.programDoors().stream()
                .map(door -> TokenApi.ROOT + door.path())
                .toList();

        assertThat(app.changingAddresses())
                // TokenApiTest tries them
                .filteredOn(path -> !ofPrograms.contains(path))
                // the self-check answers to forms and changes nothing
                .filteredOn(path -> !path.startsWith("/kriterien/selbstcheck"))
                .allSatisfy(path -> assertThat(open.contains(path) || behindDoors.contains(path))
                        .as(path)
                        .isTrue())
                .containsAll(open)
                .containsAll(behindDoors);
    }
}
