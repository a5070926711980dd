package id.tanggap.triage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tanggap", importOptions = ImportOption.DoNotIncludeTests.class)
class TriageRulesTest {

    @ArchTest
    static final ArchRule policy_and_hearing_are_plain_java = classes()
            .that()
            .resideInAnyPackage("id.tanggap.triage.policy", "id.tanggap.triage.audio")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "ai.onnxruntime..", "id.tanggap.triage.policy", "id.tanggap.triage.audio");

    @ArchTest
    static final ArchRule models_are_plain_java_and_json = classes()
            .that()
            .resideInAPackage("id.tanggap.triage.model")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "id.tanggap.triage.model",
                    "id.tanggap.triage.policy",
                    "id.tanggap.triage.audio");

    @ArchTest
    static final ArchRule training_and_trial_are_plain_java = classes()
            .that()
            .resideInAnyPackage("id.tanggap.triage.learning.train", "id.tanggap.triage.learning.trial")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.commons.statistics..",
                    "id.tanggap.triage.learning.train",
                    "id.tanggap.triage.learning.trial",
                    "id.tanggap.triage.model",
                    "id.tanggap.triage.policy");

    @ArchTest
    static final ArchRule procedures_are_plain_java = classes()
            .that()
            .resideInAnyPackage("id.tanggap.triage.silent.policy", "id.tanggap.triage.priority.policy")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "id.tanggap.triage.policy",
                    "id.tanggap.triage.silent.policy",
                    "id.tanggap.triage.priority.policy");

    @ArchTest
    static final ArchRule hearing_knows_no_policy = noClasses()
            .that()
            .resideInAPackage("id.tanggap.triage.audio")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.tanggap.triage.policy");

    @ArchTest
    static final ArchRule only_messaging_knows_kafka = noClasses()
            .that()
            .resideInAPackage("id.tanggap.triage..")
            .and()
            .resideOutsideOfPackage("id.tanggap.triage.messaging")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..");

    @ArchTest
    static final ArchRule no_other_service_is_known = noClasses()
            .that()
            .resideInAPackage("id.tanggap.triage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "id.tanggap.intake..", "id.tanggap.ticket..", "id.tanggap.notification..", "id.tanggap.local..");

    @ArchTest
    static final ArchRule transactions_are_explicit = noClasses()
            .that()
            .resideInAPackage("id.tanggap.triage..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional");
}
