package id.tanggap.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tanggap.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryRulesTest {

    @ArchTest
    static final ArchRule knows_no_service_and_no_domain = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.tanggap.intake..",
                    "id.tanggap.triage..",
                    "id.tanggap.ticket..",
                    "id.tanggap.notification..",
                    "id.tanggap.local..");

    @ArchTest
    static final ArchRule events_and_seal_stand_alone = classes()
            .that()
            .resideInAnyPackage("..platform.event..", "..platform.seal..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.quarkus..", "org.hibernate..", "..platform.outbox..", "..platform.consume..");
}
