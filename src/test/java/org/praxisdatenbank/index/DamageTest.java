package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.praxisdatenbank.index.Samples.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.problem.ProblemException;
import org.praxisdatenbank.problem.Refused;
import org.praxisdatenbank.query.SearchQuery;

/** Files of an index that are damaged, gone or cannot be written. */
class DamageTest {
    private static final StoredPractice ONE = practice("eins").titled("Alt").stored();
    private static final StoredPractice OTHER = practice("eins").titled("Neu").stored();

    @TempDir
    private Path folder;

    private PracticeIndex open() {
        return PracticeIndex.open(TestIndex.setup(folder));
    }

    private void build(StoredPractice practice, String position) {
        TestIndex.build(TestIndex.setup(folder), List.of(practice), position);
    }

    private static List<String> titles(PracticeIndex index) {
        return index.search(SearchQuery.EVERYTHING).hits().stream()
                .map(hit -> hit.practice().wording().title())
                .toList();
    }

    private Path live() throws IOException {
        return folder.resolve(Files.readString(folder.resolve("current")).strip());
    }

    private static List<Path> files(Path generation, String ending) throws IOException {
        try (Stream<Path> all = Files.list(generation)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static void flipByte(Path file, int fromEnd) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - fromEnd] ^= 0x20;
        Files.write(file, bytes);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void a_generation_that_cannot_be_opened_gives_way_to_the_one_before() throws IOException {
        build(ONE, "1");
        build(OTHER, "2");
        for (Path file : files(live(), ".si")) {
            flipByte(file, 40);
        }
        try (PracticeIndex index = open()) {
            assertThat(titles(index)).containsExactly("Alt");
            assertThat(index.state())
                    .isInstanceOfSatisfying(IndexState.Ready.class, ready -> assertThat(ready.position())
                            .isEqualTo("1"));
        }
    }

    @Test
    void missing_files_of_the_only_generation_leave_none() throws IOException {
        build(ONE, "1");
        for (Path file : files(live(), ".si")) {
            Files.delete(file);
        }
        try (PracticeIndex index = open()) {
            assertThat(index.state()).isEqualTo(new IndexState.Missing());
            assertThat(index.isLost()).isTrue();
        }
    }

    @Test
    void a_flipped_byte_is_found_while_it_runs_and_what_is_damaged_is_not_served() throws IOException {
        build(ONE, "1");
        try (PracticeIndex index = open()) {
            index.checkIntegrity();
            assertThat(titles(index)).containsExactly("Alt");

            flipByte(files(live(), ".cfs").getFirst(), 2_000);
            index.checkIntegrity();

            assertThat(index.isLost()).isTrue();
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> titles(index));
            assertThat(index.published().find(new PracticeId("eins"))).isEmpty();
            build(OTHER, "2");
            assertThat(index.switchToCurrent()).isTrue();
            assertThat(titles(index)).containsExactly("Neu");
        }
    }

    @Test
    void a_flipped_byte_leads_to_the_generation_before_where_that_is_whole() throws IOException {
        build(ONE, "1");
        build(OTHER, "2");
        try (PracticeIndex index = open()) {
            flipByte(files(live(), ".cfs").getFirst(), 2_000);
            index.checkIntegrity();

            assertThat(titles(index)).containsExactly("Alt");
            assertThat(index.isLost()).isFalse();
        }
    }

    @Test
    void what_was_found_damaged_is_not_used_after_a_restart_either() throws IOException {
        build(ONE, "1");
        try (PracticeIndex index = open()) {
            flipByte(files(live(), ".cfs").getFirst(), 2_000);
            index.checkIntegrity();
        }
        try (PracticeIndex index = open()) {
            assertThat(index.state()).isEqualTo(new IndexState.Missing());
        }
    }

    @Test
    void a_folder_deleted_while_it_runs_is_noticed_and_searched_on_until_another_is_built() throws IOException {
        build(ONE, "1");
        try (PracticeIndex index = open()) {
            delete(folder);

            assertThat(index.isLost()).isTrue();
            assertThat(titles(index)).containsExactly("Alt");
            Files.createDirectories(folder);
            index.reclaim();
            build(OTHER, "2");
            assertThat(index.switchToCurrent()).isTrue();
            assertThat(titles(index)).containsExactly("Neu");
            assertThatExceptionOfType(Refused.class).isThrownBy(this::open).withMessageContaining("in use");
        }
    }

    @Test
    void a_generation_deleted_while_it_runs_is_not_begun_anew_with_a_few_changes() throws IOException {
        build(ONE, "1");
        try (PracticeIndex index = open()) {
            delete(live());
            try {
                index.apply(List.of(practice("zwei").stored()), List.of(), "2");
            } catch (RuntimeException nothingThereToWriteInto) {
                assertThat(index.isLost()).isTrue();
            }
            try {
                index.apply(List.of(practice("zwei").stored()), List.of(), "2");
            } catch (RuntimeException nothingThereToWriteInto) {
                assertThat(index.isLost()).isTrue();
            }
            assertThat(titles(index)).containsExactly("Alt");
        }
    }

    @Test
    void on_a_full_disk_searches_go_on_and_writing_resumes_when_there_is_space() {
        FailingDisk disk = new FailingDisk(1);
        IndexSetup setup = disk.under(TestIndex.setup(folder));
        TestIndex.build(setup, List.of(ONE), "1");
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            disk.setFull(true);
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatExceptionOfType(RuntimeException.class)
                        .isThrownBy(() -> index.apply(List.of(OTHER), List.of(), "2"));
                assertThat(titles(index)).containsExactly("Alt");
                assertThat(index.isLost()).isFalse();
            }
            disk.setFull(false);
            index.apply(List.of(OTHER), List.of(), "2");
            assertThat(titles(index)).containsExactly("Neu");
        }
    }

    @Test
    void a_generation_that_does_not_fit_on_the_disk_leaves_the_live_one_and_no_rest() throws IOException {
        FailingDisk disk = new FailingDisk(1);
        IndexSetup setup = disk.under(TestIndex.setup(folder));
        TestIndex.build(setup, List.of(ONE), "1");
        try (PracticeIndex index = PracticeIndex.open(setup)) {
            disk.setFull(true);
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> TestIndex.build(setup, List.of(OTHER), "2"));
            assertThat(titles(index)).containsExactly("Alt");
            try (Stream<Path> all = Files.list(folder)) {
                assertThat(all.filter(Files::isDirectory)).hasSize(1);
            }
            disk.setFull(false);
            TestIndex.build(setup, List.of(OTHER), "2");
            assertThat(index.switchToCurrent()).isTrue();
            assertThat(titles(index)).containsExactly("Neu");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_by_its_name() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> PracticeIndex.open(TestIndex.setup(file)))
                .withMessageContainingAll(file.toString(), "cannot be written", "choose another home");
    }
}
