package id.tanggap.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tanggap.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class ServiceRulesTest {

    /** A policy may use the words of its own feature, which are enumerations. */
    @ArchTest
    static final ArchRule policies_are_plain_java = classes()
            .that()
            .resideInAPackage("..policy..")
            .should()
            .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are Java's, policies or enumerations",
                    type -> type.getPackageName().startsWith("java")
                            || type.getPackageName().contains(".policy")
                            || type.getBaseComponentType().isEnum()
                            || type.isPrimitive()));

    @ArchTest
    static final ArchRule knows_no_other_service_and_no_test_stack = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.tanggap.triage..", "id.tanggap.ticket..", "id.tanggap.notification..", "id.tanggap.local..");

    @ArchTest
    static final ArchRule only_messaging_knows_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.smallrye.reactive.messaging..",
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.cloudevents..");

    @ArchTest
    static final ArchRule nothing_but_the_api_knows_rest = noClasses()
            .that()
            .resideOutsideOfPackage("..api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.security..", "org.eclipse.microprofile.jwt..");

    @ArchTest
    static final ArchRule features_are_not_built_on_how_they_are_reached = noClasses()
            .that()
            .resideOutsideOfPackages("..api..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.tanggap.intake.api..", "id.tanggap.intake.messaging..");

    @ArchTest
    static final ArchRule only_the_caller_and_config_know_the_keys = noClasses()
            .that()
            .resideOutsideOfPackages("..config..", "..caller..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(SealConfig|CallerRefConfig)");

    @ArchTest
    static final ArchRule sessions_are_explicit = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "io.quarkus.hibernate.reactive.panache..");
}
