package id.tanggap.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tanggap.lab", importOptions = ImportOption.DoNotIncludeTests.class)
class LabRulesTest {

    @ArchTest
    static final ArchRule the_world_knows_nothing_of_the_model = noClasses()
            .that()
            .resideInAPackage("id.tanggap.lab.world..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.tanggap.triage..");

    @ArchTest
    static final ArchRule the_world_is_plain_java = classes()
            .that()
            .resideInAPackage("id.tanggap.lab.world..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "id.tanggap.lab.world..");

    @ArchTest
    static final ArchRule statistics_know_neither_world_nor_model = noClasses()
            .that()
            .resideInAnyPackage("id.tanggap.lab.statistics..", "id.tanggap.lab.plot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.tanggap.lab.world..", "id.tanggap.triage..");

    @ArchTest
    static final ArchRule hearing_and_reading_know_no_world = noClasses()
            .that()
            .resideInAnyPackage("id.tanggap.lab.hearing..", "id.tanggap.lab.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.tanggap.lab.world..");

    @ArchTest
    static final ArchRule only_evaluation_sees_the_model = noClasses()
            .that()
            .resideInAPackage("id.tanggap.lab..")
            .and()
            .resideOutsideOfPackages(
                    "id.tanggap.lab.evaluate..", "id.tanggap.lab.hearing..", "id.tanggap.lab.reading..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.tanggap.triage..");
}
