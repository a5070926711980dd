package id.tanggap.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tanggap.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ServiceRulesTest {

    @ArchTest
    static final ArchRule policies_are_plain_java = classes()
            .that()
            .resideInAPackage("..policy..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "id.tanggap.notification..policy..");

    @ArchTest
    static final ArchRule knows_no_other_service_and_no_test_stack = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.tanggap.intake..", "id.tanggap.triage..", "id.tanggap.ticket..", "id.tanggap.local..");

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
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "io.quarkus.security..",
                    "io.quarkus.websockets..",
                    "org.eclipse.microprofile.jwt..");

    @ArchTest
    static final ArchRule features_are_not_built_on_how_they_are_reached = noClasses()
            .that()
            .resideOutsideOfPackages("..api..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.tanggap.notification.api..", "id.tanggap.notification.messaging..");

    @ArchTest
    static final ArchRule only_senders_call_out = noClasses()
            .that()
            .resideOutsideOfPackages("id.tanggap.notification.webhook", "id.tanggap.notification.channel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.http..", "java.net.http..");

    @ArchTest
    static final ArchRule a_channels_protocol_is_its_own_affair = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "id.tanggap.notification.channel.email..",
                    "id.tanggap.notification.channel.sms..",
                    "id.tanggap.notification.channel.webpush..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.ext.mail..", "org.jsmpp..", "com.interaso..");

    @ArchTest
    static final ArchRule channels_do_not_know_each_other = slices().matching(
                    "id.tanggap.notification.channel.(email|sms|whatsapp|webpush|voice)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule sessions_are_explicit = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.transaction..", "io.quarkus.hibernate.reactive.panache..");
}
