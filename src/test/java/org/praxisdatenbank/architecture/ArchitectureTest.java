package org.praxisdatenbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final String ROOT = "org.praxisdatenbank";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_import_only_what_readme_says() {
        assertThat(new Architecture(ROOT, PackageTable.ofReadme()).forbiddenArrows(PROGRAM))
                .isEmpty();
    }

    @Test
    void libraries_stay_where_they_belong() {
        assertThat(new Architecture(ROOT, PackageTable.ofReadme()).strayLibraries(PROGRAM))
                .isEmpty();
    }

    @Test
    void readme_names_every_package_and_no_other() throws Exception {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/praxisdatenbank"))) {
            assertThat(PackageTable.ofReadme().arrows().keySet())
                    .containsExactlyInAnyOrderElementsOf(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void the_table_draws_no_circle() {
        Map<String, Set<String>> arrows = new HashMap<>(PackageTable.ofReadme().arrows());
        // what imports only packages that are gone goes too
        while (arrows.values().removeIf(targets -> Collections.disjoint(targets, arrows.keySet()))) {}
        assertThat(arrows).isEmpty();
    }
}
