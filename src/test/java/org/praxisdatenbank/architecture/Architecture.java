package org.praxisdatenbank.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules, for the packages below one root.
 *
 * @param root full name of the root package
 */
record Architecture(String root, PackageTable table) {

    /** Every arrow that the table does not allow, and every package that it does not name. */
    Set<String> forbiddenArrows(JavaClasses classes) {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass from : classes) {
            String origin = packageOf(from);
            if (!origin.isEmpty() && !table.arrows().containsKey(origin)) {
                forbidden.add(origin + " is not in the table");
            }
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String target = packageOf(dependency.getTargetClass());
                if (!mayImport(origin, target)) {
                    forbidden.add(origin + " -> " + target + ": " + dependency.getDescription());
                }
            }
        }
        return forbidden;
    }

    private boolean mayImport(String origin, String target) {
        return target.isEmpty()
                || origin.isEmpty()
                || origin.equals(target)
                || table.arrows().getOrDefault(origin, Set.of()).contains(target);
    }

    /** First part behind the root; empty for the root itself and for everything outside. */
    private String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
    }

    /** Every use of a library outside the place it is meant for. */
    List<String> strayLibraries(JavaClasses classes) {
        return List.of(
                        check(classes, in("index").or(in("german")), "org.apache.lucene.analysis.."),
                        check(classes, in("index"), "org.apache.lucene.(index|search|store|document).."),
                        check(classes, in("german"), "morfologik..", "de.danielnaber.."),
                        check(classes, in("db"), "org.flywaydb..", "com.zaxxer.."),
                        check(classes, in("revision"), "com.github.difflib.."),
                        check(classes, in("site"), "org.commonmark.."),
                        check(classes, in("oidc"), "com.nimbusds.."),
                        check(classes, in("db").or(named("Store")), "org.jdbi.."),
                        check(classes, in("web"), "gg.jte.."),
                        check(
                                classes,
                                in("web").or(named("App")).or(named("Pages")).or(named("Api")),
                                "io.javalin.."))
                .stream()
                .flatMap(result -> result.getFailureReport().getDetails().stream())
                .toList();
    }

    private EvaluationResult check(JavaClasses classes, DescribedPredicate<JavaClass> allowed, String... library) {
        return noClasses()
                .that(not(allowed))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .allowEmptyShould(true)
                .evaluate(classes);
    }

    private DescribedPredicate<JavaClass> in(String name) {
        return resideInAPackage(root + "." + name + "..");
    }

    /** The type itself or the one it stands in. */
    private static DescribedPredicate<JavaClass> named(String ending) {
        return DescribedPredicate.describe("named ..." + ending, type -> {
            String outermost = type.getName().replaceFirst("\\$.*", "");
            return outermost.endsWith(ending);
        });
    }
}
