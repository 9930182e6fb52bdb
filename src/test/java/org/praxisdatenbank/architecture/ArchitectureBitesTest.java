package org.praxisdatenbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Shows on two small packages that break every rule that the rules find it. */
final class ArchitectureBitesTest {
    private static final String ROOT = "org.praxisdatenbank.architecture.broken";
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);
    private static final String TABLE =
            """
            | package | what lives there | may import |
            |---|---|---|
            | `high` | stands above | `low` |
            | `low` | stands below | |
            """;

    private static Architecture with(String table) {
        return new Architecture(ROOT, PackageTable.parse(table));
    }

    @Test
    void an_arrow_against_the_table_is_found() {
        assertThat(with(TABLE).forbiddenArrows(BROKEN)).isNotEmpty().allMatch(found -> found.startsWith("low -> high"));
    }

    @Test
    void an_arrow_that_the_table_allows_is_not_found() {
        assertThat(with(TABLE.replace("| stands below | |", "| stands below | `high` |"))
                        .forbiddenArrows(BROKEN))
                .isEmpty();
    }

    @Test
    void a_package_that_the_table_does_not_name_is_found() {
        assertThat(with(TABLE.replace("`low` | stands", "`lower` | stands")).forbiddenArrows(BROKEN))
                .contains("low is not in the table");
    }

    @Test
    void every_library_out_of_place_is_found() {
        assertThat(with(TABLE).strayLibraries(BROKEN))
                .anyMatch(found -> found.contains("org.apache.lucene"))
                .anyMatch(found -> found.contains("org.flywaydb"))
                .anyMatch(found -> found.contains("com.zaxxer"))
                .anyMatch(found -> found.contains("org.jdbi"))
                .anyMatch(found -> found.contains("gg.jte"))
                .anyMatch(found -> found.contains("io.javalin"));
    }

    @Test
    void a_store_may_use_jdbi_and_pages_may_use_javalin() {
        assertThat(with(TABLE).strayLibraries(BROKEN))
                .noneMatch(found -> found.contains("ProperStore"))
                .noneMatch(found -> found.contains("ProperPages"));
    }
}
