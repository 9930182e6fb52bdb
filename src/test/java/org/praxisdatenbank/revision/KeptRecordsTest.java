package org.praxisdatenbank.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.index.RandomPractices;
import org.praxisdatenbank.index.RandomPractices.Step;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.practice.Authorship;
import org.praxisdatenbank.practice.Practice;
import org.praxisdatenbank.practice.PracticeId;
import org.praxisdatenbank.practice.PracticeJson;
import org.praxisdatenbank.practice.PracticeStore;
import org.praxisdatenbank.practice.StoredPractice;
import org.praxisdatenbank.progress.Progress;
import org.praxisdatenbank.transfer.ImportLimits;
import org.praxisdatenbank.transfer.ImportSource;
import org.praxisdatenbank.transfer.ImportStore;
import org.praxisdatenbank.transfer.Importer;

/** Whatever is done to practices: the newest revision of each is what stands in the tables, as the record format has it. */
final class KeptRecordsTest {
    /** Of two test engines, so it ends with the JVM. */
    private static final TestDatabase DATABASE = TestDatabase.create();

    private static final Jdbi JDBI = DATABASE.database().jdbi();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WITHOUT_THEIR_REVISION =
            """
            SELECT practice.id
              FROM practice
              LEFT JOIN LATERAL (
                   SELECT number, status
                     FROM revision
                    WHERE revision.practice = practice.id
                    ORDER BY number DESC
                    LIMIT 1) AS newest ON true
             WHERE newest.number IS DISTINCT FROM practice.version
                OR newest.status IS DISTINCT FROM practice.status
                OR (SELECT count(*) FROM revision WHERE revision.practice = practice.id) <> practice.version
            """;
    private static final String NEWEST =
            """
            SELECT DISTINCT ON (practice) practice, record::text AS record
              FROM revision
             ORDER BY practice, number DESC
            """;

    @Provide
    static Arbitrary<Step> step() {
        return new RandomPractices(Samples.VOCABULARIES).step();
    }

    @Property(tries = 100)
    void every_version_has_its_revision(@ForAll("step") Step step) {
        List<Practice> changed =
                step.changed().stream().map(StoredPractice::practice).toList();
        JDBI.useTransaction(db -> PracticeStore.save(db, changed, Authorship.IMPORT));
        PracticeStore store = new PracticeStore(JDBI);
        step.gone().forEach(id -> store.withdraw(new PracticeId(id), LocalDate.of(2026, 1, 1), Authorship.COMMAND));
        assertKept();
    }

    @Test
    void so_it_is_with_all_sample_practices() {
        new Importer(new ImportStore(JDBI), ImportLimits.DEFAULT).run(ImportSource.sample(), false, Progress.NONE);
        assertKept();
    }

    private static void assertKept() {
        List<String> without = JDBI.withHandle(
                db -> db.select(WITHOUT_THEIR_REVISION).mapTo(String.class).list());
        assertThat(without).isEmpty();
        Map<String, String> newest =
                JDBI.withHandle(db -> db
                        .createQuery(NEWEST)
                        .map((row, ctx) -> Map.entry(row.getString("practice"), row.getString("record")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        new PracticeStore(JDBI).forEachPublished(stored -> {
            String record = String.valueOf(newest.get(stored.id().value()));
            String written = new String(PracticeJson.bytes(stored.practice()), StandardCharsets.UTF_8);
            assertSame(record, written);
        });
    }

    private static void assertSame(String record, String written) {
        try {
            assertThat(JSON.readTree(record)).isEqualTo(JSON.readTree(written));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a record", e);
        }
    }
}
