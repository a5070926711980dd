package id.tanggap.notification.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.local.stack.Names;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.DeliveryStatus;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.health.policy.SubscriptionState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final String BASE = "notification.delivery.v1";
    private static final String SUBSCRIPTION = "notification.subscription.v1";
    private static final Path EXAMPLES = Path.of("src/main/resources/META-INF/tanggap/schemas/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> examples(String base) throws IOException {
        return examples().stream().filter(file -> base.equals(baseOf(file))).toList();
    }

    /** As in {@code <base>.<what it shows>.json}. */
    private static String baseOf(Path example) {
        return example.getFileName().toString().replaceAll("\\.[^.]+\\.json$", "");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_as_its_schema_says(Path example) throws IOException {
        assertEquals(List.of(), Schemas.faults(baseOf(example), JSON.readTree(example.toFile())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_field_of_tomorrow_breaks_no_schema(Path example) throws IOException {
        assertEquals(List.of(), Schemas.faults(baseOf(example), read(example).put("tomorrow", "x")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_without_a_required_field_is_refused(Path example) throws IOException {
        List<String> required =
                switch (baseOf(example)) {
                    case BASE ->
                        List.of("deliveryId", "subscriptionId", "agency", "ticketId", "status", "attempt", "at");
                    case SUBSCRIPTION -> List.of("subscriptionId", "agency", "channel", "state", "at", "failures");
                    default -> List.of("alarmId", "ticketId", "number", "agency", "priority", "since", "at");
                };
        for (String field : required) {
            assertFalse(
                    Schemas.faults(baseOf(example), read(example).without(field))
                            .isEmpty(),
                    field);
        }
    }

    @ParameterizedTest
    @CsvSource({"status, LOST", "channel, PIGEON", "at, yesterday", "agency, Damkar!", "reason, not a code"})
    void the_schema_refuses_what_is_wrong(String field, String value) throws IOException {
        ObjectNode broken = read(examples(BASE).getFirst()).put(field, value);

        assertFalse(Schemas.faults(BASE, broken).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void every_reason_that_is_published_is_as_the_schema_says(FailureReason reason) throws IOException {
        ObjectNode dead = read(EXAMPLES.resolve(BASE + ".dead.json")).put("reason", reason.name());

        assertEquals(List.of(), Schemas.faults(BASE, dead));
    }

    @ParameterizedTest
    @EnumSource(ChannelKind.class)
    void every_channel_is_as_the_schemas_say(ChannelKind channel) throws IOException {
        for (String base : List.of(BASE, SUBSCRIPTION)) {
            ObjectNode told = read(examples(base).getFirst()).put("channel", channel.name());

            assertEquals(List.of(), Schemas.faults(base, told));
        }
    }

    @Test
    void every_status_that_is_published_has_an_example() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path example : examples(BASE)) {
            shown.add(read(example).get("status").asText());
        }
        assertEquals(
                Stream.of(DeliveryStatus.DELIVERED, DeliveryStatus.RETRYING, DeliveryStatus.DEAD)
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                shown);
    }

    @Test
    void every_state_of_a_subscription_that_is_published_has_an_example() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path example : examples(SUBSCRIPTION)) {
            shown.add(read(example).get("state").asText());
        }
        assertEquals(
                Stream.of(SubscriptionState.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                shown);
    }

    @Test
    void the_document_declares_exactly_the_topics_that_the_service_uses() throws IOException {
        AsyncApiDocument document = AsyncApiDocument.parse(resource("/META-INF/tanggap/asyncapi.yaml"));
        Properties settings = new Properties();
        settings.load(resource("/application.properties"));
        String prefix = "mp.messaging.incoming.ticket-agency.";
        String escalation = "mp.messaging.incoming.ticket-escalation.";

        assertEquals("notification-service", document.principal());
        assertEquals(
                Set.of(
                        BASE,
                        SUBSCRIPTION,
                        "notification.alarm.pusat.v1",
                        settings.getProperty(prefix + "dead-letter-queue.topic"),
                        settings.getProperty(escalation + "dead-letter-queue.topic")),
                topics(document, document.sends()));
        Pattern received = Pattern.compile(settings.getProperty(prefix + "topic"));
        Set<String> declared = topics(document, document.receives());
        assertTrue(declared.remove(settings.getProperty(escalation + "topic")));
        assertEquals(Names.AGENCIES.size(), declared.size());
        declared.forEach(topic -> assertTrue(received.matcher(topic).matches(), topic));
        assertFalse(received.matcher("ticket.command.damkar.v1").matches());
        assertFalse(received.matcher("ticket.agency.damkar.v2").matches());
    }

    private static Set<String> topics(AsyncApiDocument document, Set<String> channels) {
        return channels.stream()
                .flatMap(name -> document.channels().get(name).topics().values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ObjectNode read(Path example) throws IOException {
        return (ObjectNode) JSON.readTree(example.toFile());
    }

    private static InputStream resource(String path) {
        return ExamplesTest.class.getResourceAsStream(path);
    }
}
