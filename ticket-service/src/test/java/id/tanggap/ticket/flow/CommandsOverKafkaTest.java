package id.tanggap.ticket.flow;

import static id.tanggap.ticket.support.AgencyApp.command;
import static id.tanggap.ticket.support.AgencyApp.of;
import static id.tanggap.ticket.support.AgencyApp.replies;
import static id.tanggap.ticket.support.AgencyApp.replyTo;
import static id.tanggap.ticket.support.AgencyApp.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CommandsOverKafkaTest extends OnStack {

    @Test
    void an_agency_works_its_ticket_from_accepted_to_closed() {
        Map<String, Object> report = Events.report("WATER");
        String ticket = Opened.ticketOf(events, report);
        try (Topic replies = replies("pdam");
                Topic views = Topic.ofAgency("pdam");
                Topic tickets = Topic.tickets()) {
            for (String action : List.of("ACCEPT", "ENROUTE", "ONSCENE", "CLOSE")) {
                Map<String, Object> command = command(ticket, action);
                send("pdam", command);
                JsonNode reply = replies.awaitOne(replyTo(command));
                assertEquals("APPLIED", reply.path("result").asText());
                assertEquals(List.of(), Schemas.faults("ticket.reply.v1", reply));
            }

            JsonNode closed = tickets.awaitOne(
                    of(ticket).and(n -> n.path("status").asText().equals("CLOSED")));
            List<JsonNode> seen = views.allUntil(
                    of(ticket).and(n -> n.at("/assignment/status").asText().equals("Closed")), of(ticket));

            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", closed));
            assertEquals(
                    List.of("Active", "ResourcesAssigned", "ResourcesEnroute", "ResourcesOnscene", "Closed"),
                    seen.stream().map(n -> n.at("/assignment/status").asText()).toList());
            assertEquals("Selesai", seen.getLast().at("/assignment/outcome").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", seen.getLast()));
        }
    }

    @Test
    void a_ticket_is_closed_with_the_last_of_its_agencies() {
        String ticket = Opened.ticketOf(events, Events.report("TRAFFIC_LIGHT"));
        try (Topic tickets = Topic.tickets()) {
            send("dishub", command(ticket, "CLOSE"));
            JsonNode first = tickets.awaitOne(
                    of(ticket).and(n -> n.path("change").asText().equals("ASSIGNMENT")));
            assertEquals("OPEN", first.path("status").asText());

            send("polres", command(ticket, "CLOSE"));
            tickets.awaitOne(of(ticket).and(n -> n.path("status").asText().equals("CLOSED")));
        }
    }

    @Test
    void a_command_sent_again_has_one_effect_and_the_same_answer_again() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Map<String, Object> command = command(ticket, "ACCEPT");
        Map<String, Object> last = command(ticket, "ENROUTE");
        try (Topic replies = replies("pdam");
                Topic views = Topic.ofAgency("pdam")) {
            send("pdam", command);
            send("pdam", last);
            send("pdam", command);

            List<ConsumerRecord<String, byte[]>> answers = replies.await(2, replyTo(command));
            List<JsonNode> seen = views.allUntil(
                    of(ticket).and(n -> n.at("/assignment/status").asText().equals("ResourcesEnroute")), of(ticket));

            assertEquals(
                    Events.json(answers.getFirst().value()),
                    Events.json(answers.getLast().value()));
            assertEquals(
                    "ResourcesAssigned",
                    Events.json(answers.getLast().value()).path("status").asText());
            assertTrue(sequence(answers.getFirst()) < sequence(answers.getLast()));
            assertEquals(3, seen.size());
        }
    }

    @Test
    void a_command_that_was_rejected_is_looked_at_anew_when_it_comes_corrected() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Map<String, Object> command = command(ticket, "ACCEPT");
        Object right = command.put("at", Instant.now().plus(Duration.ofDays(1)).toString());
        try (Topic replies = replies("pdam")) {
            send("pdam", command);
            assertEquals(
                    "REJECTED",
                    replies.awaitOne(replyTo(command)).path("result").asText());
            command.put("at", right);
            send("pdam", command);

            List<ConsumerRecord<String, byte[]>> answers = replies.await(2, replyTo(command));

            assertEquals(
                    "APPLIED",
                    Events.json(answers.getLast().value()).path("result").asText());
            assertTrue(sequence(answers.getFirst()) < sequence(answers.getLast()));
        }
    }

    @Test
    void what_does_not_follow_is_rejected_with_the_reason() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Map<String, Object> close = command(ticket, "CLOSE");
        Map<String, Object> accept = command(ticket, "ACCEPT");
        try (Topic replies = replies("pdam")) {
            send("pdam", close);
            send("pdam", accept);

            JsonNode reply = replies.awaitOne(replyTo(accept));

            assertEquals("REJECTED", reply.path("result").asText());
            assertEquals(
                    "urn:tanggap:problem:invalid-transition",
                    reply.at("/reason/type").asText());
            assertEquals(List.of(), Schemas.faults("ticket.reply.v1", reply));
        }
    }

    @ParameterizedTest
    @CsvSource({"action, FLY, action", "at, yesterday, at", "note, , note", "finding, GHOST, finding"})
    void what_cannot_be_read_is_rejected_with_the_field_at_fault(String field, String wrong, String named) {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Map<String, Object> command = command(ticket, "CLOSE");
        command.put(field, wrong == null ? "x".repeat(2001) : wrong);

        JsonNode reply = AgencyApp.ask("pdam", command);

        assertEquals("REJECTED", reply.path("result").asText());
        assertEquals("urn:tanggap:problem:validation", reply.at("/reason/type").asText());
        assertTrue(reply.at("/reason/detail").asText().contains(named), reply.toString());
        assertEquals(List.of(), Schemas.faults("ticket.reply.v1", reply));
    }

    @Test
    void a_step_that_comes_late_is_told_where_it_belongs() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Instant now = Instant.now();
        Map<String, Object> onscene = command(ticket, "ONSCENE");
        Map<String, Object> accept = command(ticket, "ACCEPT");
        accept.put("at", now.minusMillis(1).toString());
        onscene.put("at", now.toString());
        AgencyApp.ask("pdam", onscene);

        JsonNode reply = AgencyApp.ask("pdam", accept);

        assertEquals("APPLIED", reply.path("result").asText());
        assertEquals("ResourcesOnscene", reply.path("status").asText());
        try (Topic views = Topic.ofAgency("pdam")) {
            JsonNode view = views.awaitOne(
                    of(ticket).and(n -> n.at("/assignment/acceptedAt").isTextual()));
            assertEquals("ResourcesOnscene", view.at("/assignment/status").asText());
        }
    }

    @Test
    void a_foreign_ticket_is_as_unknown_as_one_that_does_not_exist() {
        String foreign = Opened.ticketOf(events, Events.report("FIRE"));
        Map<String, Object> onForeign = command(foreign, "CLOSE");
        Map<String, Object> onNothing = command(UUID.randomUUID().toString(), "CLOSE");
        try (Topic replies = replies("pdam")) {
            send("pdam", onForeign);
            send("pdam", onNothing);

            JsonNode first = replies.awaitOne(replyTo(onForeign));
            JsonNode second = replies.awaitOne(replyTo(onNothing));

            assertEquals(
                    "urn:tanggap:problem:not-found", first.at("/reason/type").asText());
            assertEquals(first.path("reason"), second.path("reason"));
        }
    }

    @Test
    void no_agency_can_use_up_the_command_id_of_another() {
        String ticket = Opened.ticketOf(events, Events.report("TRAFFIC_LIGHT"));
        Map<String, Object> command = command(ticket, "ACCEPT");
        try (Topic lead = replies("dishub");
                Topic support = replies("polres")) {
            send("polres", command);
            assertEquals(
                    "APPLIED", support.awaitOne(replyTo(command)).path("result").asText());
            send("dishub", command);
            assertEquals(
                    "APPLIED", lead.awaitOne(replyTo(command)).path("result").asText());
        }
    }

    @Test
    void the_broker_refuses_an_agency_the_commands_of_another() {
        try (Producer<String, byte[]> pdam = KafkaPeers.producer("agency-pdam")) {
            var refused = Assertions.assertThrows(ExecutionException.class, () -> pdam.send(
                            new ProducerRecord<>("ticket.command.damkar.v1", "k", new byte[] {'{', '}'}))
                    .get(30, TimeUnit.SECONDS));

            assertTrue(refused.getCause() instanceof TopicAuthorizationException, refused.toString());
        }
    }

    private static long sequence(ConsumerRecord<String, byte[]> reply) {
        return Long.parseLong(
                new String(reply.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }
}
