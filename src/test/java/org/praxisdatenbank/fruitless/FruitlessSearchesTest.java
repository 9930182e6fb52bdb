package org.praxisdatenbank.fruitless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.praxisdatenbank.db.TestDatabase.await;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.Database;
import org.praxisdatenbank.db.Relay;
import org.praxisdatenbank.db.TestDatabase;

/** From memory to the disk, with a database that may be away. */
final class FruitlessSearchesTest {
    private static final Duration SOON = Duration.ofMillis(5);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private final Months clock = new Months();
    private final TestDatabase database = TestDatabase.create();
    private final FruitlessStore store = new FruitlessStore(database.database().jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    private List<FruitlessSearch> kept() {
        return store.list(YearMonth.now(clock), 10);
    }

    private static void search(FruitlessSearches searches, String text, int visitors) {
        for (int i = 0; i < visitors; i++) {
            searches.search(text, "visitor " + i);
        }
    }

    @Test
    void what_is_frequent_is_written_and_what_is_added_later_too() {
        try (FruitlessSearches searches = FruitlessSearches.start(store, clock, SOON)) {
            search(searches, "Klettern", 5);
            await("it is written", () -> kept().equals(List.of(new FruitlessSearch("klettern", 5, JANUARY))));
            search(searches, "klettern ", 7);
            await("the others too", () -> kept().equals(List.of(new FruitlessSearch("klettern", 7, JANUARY))));
        }
    }

    @Test
    void what_is_due_is_written_when_it_is_closed_and_nothing_else() {
        try (FruitlessSearches searches = FruitlessSearches.start(store, clock)) {
            search(searches, "klettern", 6);
            search(searches, "karin musterfrau", 4);
        }
        try (FruitlessSearches next = FruitlessSearches.start(store, clock)) {
            search(next, "klettern", 5);
            search(next, "karin musterfrau", 4);
        }

        assertThat(kept()).containsExactly(new FruitlessSearch("klettern", 11, JANUARY));
    }

    @Test
    void it_waits_for_a_database_that_is_away() {
        try (Relay relay = Relay.to(database.address());
                Database away = Database.open(relay.through(database.address()), 1)) {
            relay.goAway();
            try (FruitlessSearches searches = FruitlessSearches.start(new FruitlessStore(away.jdbi()), clock, SOON)) {
                search(searches, "klettern", 5);
                relay.comeBack();
                await("it is written", () -> !kept().isEmpty());
            }
        }

        assertThat(kept()).containsExactly(new FruitlessSearch("klettern", 5, JANUARY));
    }

    @Test
    void nothing_is_kept_for_longer_than_twelve_months() {
        store.add(new Share("alt", JANUARY, 5, true));
        store.add(new Share("alt", JANUARY.plusMonths(1), 6, true));
        for (int i = 0; i < FruitlessStore.MONTHS; i++) {
            clock.next();
        }
        assertThat(kept()).containsExactly(new FruitlessSearch("alt", 6, JANUARY.plusMonths(1)));

        FruitlessSearches.start(store, clock).close();

        List<Integer> left = database.database().jdbi().withHandle(db -> db.createQuery(
                        "SELECT times FROM fruitless_search")
                .mapTo(Integer.class)
                .list());
        assertThat(left).containsExactly(6);
    }

    @ParameterizedTest
    @CsvSource({"' Bouldern\tfür  MÄDCHEN ', bouldern für mädchen", "U\u0308bergewicht, übergewicht", "a\u00a0b, a b"})
    void texts_are_compared_as_the_search_does_it(String typed, String normal) {
        assertThat(FruitlessSearches.normal(typed)).hasValue(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "karin@example.org",
                "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890x"
            })
    void some_texts_are_never_counted(String typed) {
        assertThat(FruitlessSearches.normal(typed)).isEmpty();
    }
}
