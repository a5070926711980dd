package id.tanggap.triage.assessment;

import static id.tanggap.triage.policy.EvidenceBuilder.answered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.triage.model.JudgedModel;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.ReportKind;
import id.tanggap.triage.policy.TriagePolicy;
import id.tanggap.triage.priority.Restrictions;
import id.tanggap.triage.silent.SilentCalls;
import id.tanggap.triage.support.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published and what others are told is published are the same. */
class PublishedContractTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final TriagePolicy POLICY = new TriagePolicy(JudgedModel.additive0());
    private static final Instant AT = Instant.parse("2025-05-20T00:13:20Z");

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(
                        "silent",
                        answered()
                                .heard(0, 0, 25)
                                .ended(25)
                                .said(Disposition.GHOST)
                                .build(),
                        Trigger.CALL),
                Arguments.of("exhaust", answered().heard(0, 12, 1).past(0.5, 0).build(), Trigger.AUDIO),
                Arguments.of(
                        "silent-solution",
                        answered().heard(0, 0, 20).ended(20).pressed("55").build(),
                        Trigger.CALL),
                Arguments.of(
                        "life-threat",
                        answered()
                                .heard(12, 0, 8)
                                .report(ReportKind.LIFE_THREAT)
                                .build(),
                        Trigger.REPORT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theGoldenExampleIsWhatThePolicySaysAndFitsTheSchema(String name, Evidence evidence, Trigger trigger)
            throws IOException {
        String golden = example(name);
        Assessment assessment =
                Assessment.of("jpr-20250520-0002", POLICY.assess(evidence), POLICY.version(), trigger, AT);

        assertEquals(JSON.readTree(golden), JSON.readTree(JSON.writeValueAsString(assessment)));
        assertEquals(Set.of(), Schemas.faults(golden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hoaxLikelihood\": 0. > \"hoaxLikelihood\": 1",
                "LIKELY_HOAX > PROBABLY",
                "\"confident\" > \"sure\"",
                "2025-05-20T00:13:20Z > yesterday"
            })
    void theSchemaRefusesWhatIsWrong(String change) throws IOException {
        String[] fromTo = change.split(" > ");
        String broken = example("silent").replace(fromTo[0], fromTo[1]);
        assertFalse(Schemas.faults(broken).isEmpty(), broken);
    }

    @Test
    void theDocumentDeclaresExactlyTheTopicsThatTheServiceUses() throws IOException {
        AsyncApiDocument document = AsyncApiDocument.parse(resource("/META-INF/tanggap/asyncapi.yaml"));
        Properties settings = new Properties();
        settings.load(resource("/application.properties"));

        assertEquals("triage-service", document.principal());
        assertEquals(used(settings, "[.]topic", "dead-letter-queue"), addresses(document, document.receives()));
        Set<String> written = used(settings, "dead-letter-queue[.]topic", "none");
        written.addAll(Set.of(Assessor.TOPIC, SilentCalls.TOPIC, Restrictions.TOPIC));
        assertEquals(written, addresses(document, document.sends()));
    }

    private static Set<String> used(Properties settings, String key, String except) {
        return settings.stringPropertyNames().stream()
                .filter(name -> name.matches("mp[.]messaging[.]incoming[.].*" + key) && !name.contains(except))
                .map(settings::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> addresses(AsyncApiDocument document, Set<String> channels) {
        return channels.stream()
                .flatMap(name -> document.channels().get(name).topics().values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String example(String name) throws IOException {
        try (InputStream source =
                resource("/META-INF/tanggap/schemas/examples/triage.assessment.v1." + name + ".json")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String path) {
        return PublishedContractTest.class.getResourceAsStream(path);
    }
}
