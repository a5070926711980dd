package id.tanggap.ticket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import id.tanggap.platform.tx.Transactions;
import java.util.function.Function;

@AnalyzeClasses(packages = "id.tanggap.ticket", importOptions = ImportOption.DoNotIncludeTests.class)
class ServiceRulesTest {

    @ArchTest
    static final ArchRule policies_are_plain_java = classes()
            .that()
            .resideInAPackage("..policy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "id.tanggap.ticket..policy..");

    @ArchTest
    static final ArchRule knows_no_other_service_and_no_test_stack = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.tanggap.intake..", "id.tanggap.triage..", "id.tanggap.notification..", "id.tanggap.local..");

    @ArchTest
    static final ArchRule only_messaging_knows_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..", "io.cloudevents..");

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
            .resideInAnyPackage("id.tanggap.ticket.api..", "id.tanggap.ticket.messaging..");

    @ArchTest
    static final ArchRule sessions_are_explicit = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "io.quarkus.hibernate.reactive.panache..");

    /** Else a request would answer 503 where the database ended it as a deadlock. */
    @ArchTest
    static final ArchRule requests_change_in_one_way_only = noClasses()
            .that()
            .resideInAPackage("..api..")
            .and()
            .doNotHaveSimpleName("Changes")
            .should()
            .callMethod(Transactions.class, "inTransaction", Function.class);
}
