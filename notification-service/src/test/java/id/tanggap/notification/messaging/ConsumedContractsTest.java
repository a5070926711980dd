package id.tanggap.notification.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.subscription.policy.TicketChange;
import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service's reading of ticket-service's events, against the golden examples that their owner publishes. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ConsumedContractsTest {

    private static final String BASE = "ticket.agency.v1";
    private static final String ESCALATION = "ticket.escalation.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EventReader reader;

    @Test
    void reads_every_example_of_an_agencys_view() throws IOException {
        for (byte[] example : examples()) {
            AgencyTicket ticket = reader.data(example, AgencyTicket.class);
            JsonNode written = JSON.readTree(example);

            assertEquals(written.get("ticketId").asText(), ticket.ticketId());
            assertEquals(written.get("change").asText(), ticket.change());
            assertEquals(ticket.agency(), AgencyTopic.agencyOf("ticket.agency." + ticket.agency() + ".v1", ticket));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketId", "agency", "change"})
    void what_it_sorts_by_must_be_there(String field) throws IOException {
        for (byte[] example : examples()) {
            byte[] broken = JSON.writeValueAsBytes(((ObjectNode) JSON.readTree(example)).without(field));

            assertThrows(PoisonEventException.class, () -> reader.data(broken, AgencyTicket.class));
        }
    }

    @Test
    void a_ticket_without_priority_is_taken_to_be_the_most_urgent_and_one_that_makes_no_sense_is_poison()
            throws IOException {
        ObjectNode example = (ObjectNode) JSON.readTree(examples().getFirst());
        assertEquals(
                example.get("priority").asInt(),
                reader.data(JSON.writeValueAsBytes(example), AgencyTicket.class).urgency());
        assertEquals(
                10,
                reader.data(JSON.writeValueAsBytes(example.deepCopy().without("priority")), AgencyTicket.class)
                        .urgency());
        for (int wrong : List.of(-1, 11)) {
            byte[] broken = JSON.writeValueAsBytes(example.deepCopy().put("priority", wrong));
            assertThrows(PoisonEventException.class, () -> reader.data(broken, AgencyTicket.class));
        }
    }

    @Test
    void every_kind_of_change_that_ticket_service_shows_can_be_subscribed() throws IOException {
        for (byte[] example : examples()) {
            String change = JSON.readTree(example).get("change").asText();
            assertTrue(TicketChange.of(change).isPresent(), change);
        }
    }

    @Test
    void fields_of_tomorrow_and_changes_of_tomorrow_are_no_fault() throws IOException {
        ObjectNode tomorrow = (ObjectNode) JSON.readTree(examples().getFirst());
        tomorrow.put("change", "MERGED").put("tomorrow", "x");

        assertEquals(
                "MERGED",
                reader.data(JSON.writeValueAsBytes(tomorrow), AgencyTicket.class)
                        .change());
    }

    @Test
    void reads_every_example_of_a_missed_step_and_wakes_for_acceptances_alone() throws IOException {
        List<byte[]> examples = examples(ESCALATION);
        for (byte[] example : examples) {
            MissedStepEvent missed = reader.data(example, MissedStepEvent.class);
            JsonNode written = JSON.readTree(example);

            assertEquals(
                    written.get("escalationId").asText(), missed.escalationId().toString());
            assertEquals(
                    written.get("assignmentId").asText(), missed.assignmentId().toString());
            assertTrue(written.get("step").asText().startsWith("ACCEPT"));
            assertEquals(
                    missed.escalationId(),
                    missed.missedAcceptance().orElseThrow().id());
        }
        ObjectNode other = (ObjectNode) JSON.readTree(examples.getFirst());
        for (ObjectNode silent : List.of(
                other.deepCopy().put("step", "ON_SCENE"),
                other.deepCopy().put("step", "STEP_OF_TOMORROW"),
                other.deepCopy().put("category", "TEST"))) {
            assertEquals(
                    Optional.empty(),
                    reader.data(JSON.writeValueAsBytes(silent), MissedStepEvent.class)
                            .missedAcceptance());
        }
        for (String field : List.of("escalationId", "ticketId", "assignmentId", "agency", "step", "clockFrom")) {
            byte[] broken = JSON.writeValueAsBytes(other.deepCopy().without(field));
            assertThrows(PoisonEventException.class, () -> reader.data(broken, MissedStepEvent.class), field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.agency.v1", "ticket.agency..v1", "ticket.agency.a.b.v1", "ticket.ticket.v1"})
    void a_topic_that_is_no_agencys_is_refused(String topic) {
        assertThrows(PoisonEventException.class, () -> AgencyTopic.of(topic));
    }

    /** This service's own copies, and the owner's examples where the repository has them. */
    private static List<byte[]> examples() throws IOException {
        return examples(BASE);
    }

    private static List<byte[]> examples(String base) throws IOException {
        List<Path> found = new ArrayList<>(files(Path.of("src/test/resources/contracts"), base));
        assertFalse(found.isEmpty());
        Path owners = Path.of("../ticket-service/src/main/resources/META-INF/tanggap/schemas/examples");
        if (Files.isDirectory(owners)) {
            List<Path> theirs = files(owners, base);
            assertFalse(theirs.isEmpty(), "ticket-service publishes examples, but none of " + base);
            found.addAll(theirs);
        }
        List<byte[]> examples = new ArrayList<>();
        for (Path file : found) {
            examples.add(Files.readAllBytes(file));
        }
        return examples;
    }

    private static List<Path> files(Path folder, String base) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(base + "."))
                    .sorted()
                    .toList();
        }
    }
}
