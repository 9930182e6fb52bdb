package org.praxisdatenbank.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.token.Program.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.TestApp;
import org.praxisdatenbank.account.Client;
import org.praxisdatenbank.account.People;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.token.TokenApi.Door;

/** What programs may do with a token, over HTTP. */
final class TokenApiTest {
    private static final String PAGE = "/verwaltung/zugangsschluessel";
    private static final Map<Permission, Program> PROGRAMS = new EnumMap<>(Permission.class);
    private static TestApp app;
    private static Map<Role, Client> people;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        people = Client.everybody(app);
        for (Permission permission : Permission.values()) {
            PROGRAMS.put(permission, Program.of(app, somebody(Role.ADMIN), permission.id()));
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Client somebody(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    /** Whose token is an admin's, and good for that alone. */
    private static Program program(Permission permission) {
        return Objects.requireNonNull(PROGRAMS.get(permission));
    }

    private static HttpResponse<String> answer(Door door, Program program) {
        String path = door.path().replaceAll("\\{\\w+}", "00000000-0000-4000-8000-000000000000");
        return door.method().equals("GET") ? program.get(path) : program.post(path, "");
    }

    private static List<String> deeds() {
        return app.database().database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT action FROM audit_entry WHERE token IS NOT NULL")
                .mapTo(String.class)
                .list());
    }

    @Test
    void each_token_opens_the_doors_it_is_good_for_and_no_other() {
        List<String> wrong = new ArrayList<>();
        for (Door door : app.programDoors()) {
            PROGRAMS.forEach((permission, program) -> {
                int status = answer(door, program).statusCode();
                if ((status == 403) == (permission == door.permission()) || status == 401 || status >= 500) {
                    wrong.add(permission + " " + door.method() + " " + door.path() + " " + status);
                }
            });
        }

        assertThat(wrong).isEmpty();
        assertThat(app.programDoors()).hasSizeGreaterThanOrEqualTo(30);
        System.out.println("doors: " + app.programDoors().size() + ", tries: "
                + app.programDoors().size() * PROGRAMS.size());
    }

    @Test
    void nothing_opens_without_a_token_that_holds() {
        for (Door door : app.programDoors()) {
            for (String secret : List.of("", "pdb_", "pdb_" + "A".repeat(43), "A".repeat(43))) {
                HttpResponse<String> answer = answer(door, new Program(app, secret));
                assertThat(answer.statusCode()).as(door + secret).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .contains("Bearer realm=\"praxisdatenbank\"");
                assertThat(json(answer).path("type").asText()).isEqualTo("/api#unknown");
            }
        }
    }

    @Test
    void a_cookie_opens_nothing_here() {
        assertThat(somebody(Role.ADMIN).get(TokenApi.ROOT + "/index").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_program_builds_the_index_anew_and_the_log_names_its_token() {
        Program program = program(Permission.INDEX);
        String before = json(program.get("/index")).at("/live/generation").asText();

        HttpResponse<String> begun = program.post("/index/reindex", "");

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        JsonNode index = json(begun);
        while (!index.path("running").isNull()) {
            index = json(program.get("/index"));
        }
        assertThat(index.at("/last/outcome").asText()).as(index.toString()).isEqualTo("built");
        assertThat(index.at("/live/generation").asText()).isNotEqualTo(before);
        assertThat(index.at("/live/practices").asLong()).isEqualTo(159);
        assertThat(index.at("/previous/generation").asText()).isEqualTo(before);
        assertThat(deeds()).contains("index.reindex");
    }

    @Test
    void what_cannot_be_done_now_says_why() {
        HttpResponse<String> answer = program(Permission.INDEX).post("/index/cancel", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText()).startsWith("No build is under way");
    }

    @Test
    void a_program_imports_all_or_nothing() {
        Program program = program(Permission.IMPORT);
        String record = "{\"id\": \"aus-einem-programm\", \"type\": \"project\", \"title\": \"Aus einem Programm\","
                + " \"summary\": \"Eltern kochen gemeinsam.\", \"states\": [\"DE-BE\"]}";

        JsonNode tried = json(program.post("/imports?dry_run=true&name=a.jsonl", record));
        assertThat(tried.path("done").asBoolean()).as(tried.toString()).isFalse();
        assertThat(tried.path("new").asInt()).as(tried.toString()).isEqualTo(1);
        assertThat(app.get("/angebote/aus-einem-programm").statusCode()).isEqualTo(404);

        HttpResponse<String> wrong = program.post("/imports?name=a.jsonl", record.replace("DE-BE", "DE-XX"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/findings/0/field").asText()).startsWith("states");

        JsonNode done = json(program.post("/imports?name=a.jsonl", record));
        assertThat(done.path("done").asBoolean()).as(done.toString()).isTrue();
        assertThat(done.path("searchable").asBoolean()).isTrue();
        assertThat(app.get("/angebote/aus-einem-programm").statusCode()).isEqualTo(200);
        assertThat(deeds()).contains("import.done");
    }

    @Test
    void what_no_import_reads_is_told() {
        HttpResponse<String> answer = program(Permission.IMPORT).post("/imports?name=a.pdf", "%PDF-1.7");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("summary").asText()).isNotBlank();
    }

    @Test
    void a_program_keeps_accounts_but_not_the_one_it_works_for() {
        Program program = program(Permission.ACCOUNTS);
        String entered =
                "{\"email\": \"neu@example.org\", \"name\": \"Neu Hier\", \"role\": \"office\", \"states\": [\"DE-BE\"]}";

        HttpResponse<String> added = program.post("/accounts", entered);

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(json(added).path("link").asText()).contains("/anmelden/passwort/");
        assertThat(program.post("/accounts", entered).statusCode()).isEqualTo(400);
        assertThat(program.post("/accounts", "[]").statusCode()).isEqualTo(400);
        String id = json(added).path("id").asText();
        assertThat(json(program.post("/accounts/" + id + "/close", ""))
                        .path("open")
                        .asBoolean(true))
                .isFalse();
        assertThat(json(program.post("/accounts/" + id + "/open", ""))
                        .path("open")
                        .asBoolean())
                .isTrue();
        for (JsonNode account : json(program.get("/accounts")).path("accounts")) {
            if (account.path("role").asText().equals("admin")) {
                String own = account.path("id").asText();
                assertThat(program.post("/accounts/" + own + "/close", "").statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void a_program_reads_what_was_searched_for_in_vain_and_deletes_what_is_done() {
        Program program = Program.of(app, somebody(Role.EDITOR), "fruitless");
        app.database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute("INSERT INTO fruitless_search VALUES"
                        + " ('hebammen auf dem land', date_trunc('month', now()), 7)"));

        JsonNode searches = json(program.get("/fruitless"));
        assertThat(searches.path("visitors").asInt()).isEqualTo(5);
        assertThat(searches.at("/searches/0/text").asText()).isEqualTo("hebammen auf dem land");
        assertThat(searches.at("/searches/0/times").asInt()).isEqualTo(7);

        String text = "{\"text\": \"hebammen auf dem land\"}";
        assertThat(program.post("/fruitless/remove", text).statusCode()).isEqualTo(204);
        assertThat(program.post("/fruitless/remove", text).statusCode()).isEqualTo(404);
        assertThat(json(program.get("/fruitless")).path("searches")).isEmpty();
        assertThat(deeds()).containsOnlyOnce("fruitless.removed");
    }

    @Test
    void a_program_reads_how_much_waits_for_whoever_it_works_for() {
        Program program = Program.of(app, somebody(Role.EDITOR), "waiting");
        int before = json(program.get("/waiting")).path("practices").asInt(-1);
        String draft = Client.led(somebody(Role.EDITOR)
                .post("/verwaltung/angebote/neu", Map.of("title", "Wartet", "type", "project", "summary", "Kurz.")));

        JsonNode waiting = json(program.get("/waiting"));
        String overview = somebody(Role.EDITOR).get("/en/verwaltung").body();
        assertThat(draft).startsWith("/verwaltung/angebote/");
        assertThat(waiting.path("practices").asInt()).isEqualTo(before + 1);
        assertThat(waiting.path("to_be_confirmed").asInt()).isPositive();
        assertThat(overview).contains(waiting.path("to_be_confirmed").asInt() + " practices are to be confirmed");
    }

    @Test
    void a_program_reads_the_log_line_by_line() throws IOException {
        HttpResponse<String> log = program(Permission.AUDIT).get("/audit.jsonl");

        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(log.headers().firstValue("Content-Type")).hasValue("application/jsonl; charset=utf-8");
        assertThat(log.body().lines()).anyMatch(line -> line.contains("\"token.made\""));
        for (String line : log.body().lines().toList()) {
            assertThat(new ObjectMapper().readTree(line).path("action").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void a_token_ends_when_its_holder_ends_it_and_only_then() {
        Program program = Program.of(app, somebody(Role.ADMIN), "index");
        String number = app.database().database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT max(number) FROM access_token")
                .mapTo(String.class)
                .one());

        assertThat(somebody(Role.EDITOR)
                        .post(PAGE + "/" + number + "/beenden", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(program.get("/index").statusCode()).isEqualTo(200);
        Client.led(somebody(Role.ADMIN).post(PAGE + "/" + number + "/beenden", Map.of()));
        assertThat(program.get("/index").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_is_never_better_than_whoever_made_it() {
        Program program = Program.of(app, somebody(Role.EDITOR), "index", "import");
        assertThat(program.get("/index").statusCode()).isEqualTo(403);
        assertThat(program.post("/imports?name=a.pdf", "x").statusCode()).isEqualTo(422);
    }

    @Test
    void a_token_ends_by_itself_and_with_its_account() {
        Program program = Program.of(app, somebody(Role.ADMIN), "index");
        app.database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute(
                        "UPDATE access_token SET made = now() - interval '9 days', ends = now() - interval '1 second'"
                                + " WHERE number = (SELECT max(number) FROM access_token)"));
        assertThat(program.get("/index").statusCode()).isEqualTo(401);

        Program editors = Program.of(app, somebody(Role.EDITOR), "import");
        app.database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute("UPDATE account SET closed = now() WHERE role = 'editor'"));
        assertThat(editors.post("/imports?name=a.pdf", "x").statusCode()).isEqualTo(401);
        app.database()
                .database()
                .jdbi()
                .useHandle(db -> db.execute("UPDATE account SET closed = NULL WHERE role = 'editor'"));
    }

    @Test
    void a_token_ends_with_the_password_of_its_account() {
        Client holder = new Client(app);
        People.add(app.database().database().jdbi(), "holder@example.org");
        holder.post("/anmelden", Map.of("email", "holder@example.org", "password", People.PASSWORD));
        holder.get("/konto");
        Program program = Program.of(app, holder, "import");
        Program others = Program.of(app, somebody(Role.EDITOR), "import");
        assertThat(program.post("/imports?name=a.pdf", "x").statusCode()).isEqualTo(422);

        holder.get("/konto");
        Client.led(
                holder.post("/konto/passwort", Map.of("present", People.PASSWORD, "password", "Kamel im Hochhaus 9")));

        assertThat(program.post("/imports?name=a.pdf", "x").statusCode()).isEqualTo(401);
        assertThat(others.post("/imports?name=a.pdf", "x").statusCode()).isEqualTo(422);
        assertThat(somebody(Role.ADMIN)
                        .get("/verwaltung/protokoll.jsonl")
                        .body()
                        .lines())
                .anyMatch(line -> line.contains("\"token.ended\"") && line.contains("\"token\":null"));
    }

    @Test
    void no_token_is_made_without_the_password_and_none_is_stored() {
        HttpResponse<String> refused = somebody(Role.ADMIN)
                .post(PAGE, Map.of("label", "", "permissions", "", "days", "9", "present", "falsch"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#label\"", "href=\"#permissions\"", "href=\"#days\"");

        HttpResponse<String> wrong = somebody(Role.ADMIN)
                .post(PAGE, Map.of("label", "a", "permissions", "index", "days", "30", "present", "falsch"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).doesNotContain("pdb_");

        String secret = program(Permission.INDEX).secret();
        assertThat(somebody(Role.ADMIN).get(PAGE).body())
                .contains("Nachts vergleichen")
                .doesNotContain(secret);
    }

    @Test
    void the_present_password_cannot_be_guessed_from_an_open_session() {
        Client provider = somebody(Role.PROVIDER);
        Map<String, String> wrong = Map.of("present_factor", "falsch");
        String remove = "/konto/zweiter-faktor/entfernen";

        assertThat(provider.post(remove, wrong).body()).contains("Das jetzige Passwort stimmt nicht.");
        // each wait is longer than the one before, however long a try takes here
        assertThat(Stream.generate(() -> provider.post(remove, wrong).body()).limit(20))
                .anyMatch(page -> page.contains("Warten Sie eine halbe Minute"));
    }

    @Test
    void pages_of_other_sites_are_told_nothing() {
        HttpResponse<String> answer = program(Permission.INDEX).get("/index");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_description_names_all_addresses_and_no_other() throws IOException {
        HttpResponse<String> answer = app.get(TokenApi.ROOT + "/openapi.json");
        JsonNode paths = new ObjectMapper().readTree(answer.body()).path("paths");

        List<String> described = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                        + path.getKey() + " "
                        + path.getValue().path(method).path("x-permission").asText())));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(app.programDoors().stream()
                        .map(door -> door.method() + " " + TokenApi.ROOT + door.path() + " "
                                + door.permission().id())
                        .toList());
    }
}
