package id.tanggap.intake.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.intake.support.Schemas;
import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.platform.seal.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What others are told is published: the document, the schemas and their examples agree. */
class PublishedContractTest {

    private static final Path EXAMPLES = Path.of("src/main/resources/META-INF/tanggap/schemas/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With which the examples' reporters are sealed; it opens nothing else. */
    private static final byte[] EXAMPLES_KEY = "golden-examples-only-not-secret!".getBytes(StandardCharsets.US_ASCII);

    static Stream<Path> examples() throws IOException {
        return Files.list(EXAMPLES).sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_as_its_schema_says(Path example) throws IOException {
        assertEquals(List.of(), Schemas.faults(base(example), JSON.readTree(example.toFile())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_field_of_tomorrow_breaks_no_schema_and_a_missing_id_does(Path example) throws IOException {
        ObjectNode changed = (ObjectNode) JSON.readTree(example.toFile());
        changed.put("tomorrow", "x");
        assertEquals(List.of(), Schemas.faults(base(example), changed));
        changed.remove("callId");
        assertFalse(Schemas.faults(base(example), changed).isEmpty());
    }

    @ParameterizedTest(name = "{1} = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "intake.call.v1.ghost|status|\"GONE\"",
                "intake.call.v1.ghost|change|\"CHANGED\"",
                "intake.call.v1.ghost|callerKind|null",
                "intake.call.v1.ghost|callerRef|\"+6281200000032\"",
                "intake.call.v1.ghost|from|\"+6281200000032\"",
                "intake.call.v1.ghost|startedAt|\"noon\"",
                "intake.call.v1.ghost|endedAt|null",
                "intake.call.v1.ghost|dispositionAt|null",
                "intake.call.v1.ghost|dtmf|\"hello\"",
                "intake.call.v1.ghost|location|{\"lat\":91,\"lon\":0}",
                "intake.report.v1.fire|reporter|\"Siti, +6281200000032\"",
                "intake.report.v1.fire|reporter|{\"name\":\"Siti\"}",
                "intake.report.v1.fire|category|\"fire\"",
                "intake.report.v1.fire|lifeThreat|\"yes\"",
                "intake.report.v1.fire|reportId|\"17\"",
                "intake.report.v1.fire|location|{\"lat\":1}",
                "intake.report.v1.fire|text|\"\""
            })
    void the_schemas_refuse_what_is_wrong(String example, String field, String value) throws IOException {
        ObjectNode broken =
                (ObjectNode) JSON.readTree(EXAMPLES.resolve(example + ".json").toFile());
        broken.set(field, JSON.readTree(value));
        assertFalse(Schemas.faults(base(Path.of(example + ".json")), broken).isEmpty(), broken::toString);
    }

    @Test
    void every_change_of_a_call_has_an_example() throws IOException {
        Set<String> changes = new TreeSet<>();
        for (Path example : examples().toList()) {
            changes.add(JSON.readTree(example.toFile()).path("change").asText());
        }
        changes.remove("");
        assertEquals(
                Set.of("RECEIVED", "ANSWERED", "DTMF", "TRANSFERRED", "ENDED", "ABANDONED", "DISPOSITION"), changes);
    }

    @Test
    void the_reporter_of_the_example_is_one_that_a_key_opens() throws IOException {
        String sealed = JSON.readTree(
                        EXAMPLES.resolve("intake.report.v1.fire.json").toFile())
                .path("reporter")
                .asText();
        assertEquals(
                JSON.readTree("{\"name\":\"Siti Contoh\",\"contact\":\"+6281200000032\"}"),
                JSON.readTree(new Seal(EXAMPLES_KEY, "handover").open(sealed)));
    }

    @Test
    void the_document_declares_exactly_the_topics_that_the_service_uses() throws IOException {
        AsyncApiDocument document = document();
        Properties settings = new Properties();
        settings.load(resource("/application.properties"));

        assertEquals("intake-service", document.principal());
        assertEquals(
                topics(settings, "mp[.]messaging[.]incoming[.][^.]+[.]topic"),
                addresses(document, document.receives()));
        Set<String> written =
                topics(settings, "mp[.]messaging[.](incoming[.].*[.]dead-letter-queue|outgoing[.][^.]+)[.]topic");
        // Through the outbox, which names the topic with each event.
        written.addAll(Set.of("intake.call.v1", "intake.report.v1"));
        assertEquals(written, addresses(document, document.sends()));
    }

    @Test
    void the_document_owns_what_it_sends_and_nothing_else_and_forgets_voices_within_the_hour() throws IOException {
        document()
                .channels()
                .forEach((name, channel) -> assertEquals(
                        channel.names().getFirst().startsWith("intake."),
                        channel.ownership().isPresent(),
                        name));
        var audio = document().channels().get("audio").ownership().orElseThrow().configuration();
        assertEquals("delete", audio.get("cleanup.policy"));
        assertEquals("3600000", audio.get("retention.ms"));
        // A broker deletes whole segments only.
        assertTrue(Long.parseLong(audio.get("segment.ms")) < 3_600_000);
    }

    private static AsyncApiDocument document() throws IOException {
        return AsyncApiDocument.parse(resource("/META-INF/tanggap/asyncapi.yaml"));
    }

    private static Set<String> topics(Properties settings, String key) {
        return settings.stringPropertyNames().stream()
                .filter(name -> name.matches(key))
                .map(settings::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> addresses(AsyncApiDocument document, Set<String> channels) {
        return channels.stream()
                .flatMap(name -> document.channels().get(name).names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static InputStream resource(String path) {
        return PublishedContractTest.class.getResourceAsStream(path);
    }

    private static String base(Path example) {
        return example.getFileName().toString().replaceAll("(\\.v\\d+)\\..*", "$1");
    }
}
