package id.tanggap.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tanggap.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LauncherRulesTest {
    @ArchTest
    static final ArchRule the_launcher_needs_nothing_that_its_class_path_leaves_out = noClasses()
            .that()
            .resideOutsideOfPackage("id.tanggap.local.test..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.tanggap.local.test..", "org.testcontainers..", "com.github.dockerjava..");

    @ArchTest
    static final ArchRule only_one_package_knows_containers = noClasses()
            .that()
            .resideOutsideOfPackage("id.tanggap.local.test.container..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..");
}
