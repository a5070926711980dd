package id.tanggap.ticket.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A record that cannot be read goes aside with its reason, and the next one of the same partition is handled. */
@QuarkusTest
class PoisonTest extends OnStack {

    @Inject
    MeterRegistry metrics;

    private final String call = "call-" + UUID.randomUUID();
    private final byte[] poison = ("{\"poison\": \"" + UUID.randomUUID() + "\"").getBytes(StandardCharsets.UTF_8);

    @Test
    void on_reports() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("callId", call);

        poison("intake.report.v1");
        Opened.ticketOf(events, report);

        assertAside("ticket.intake.report.v1.dlq");
    }

    @Test
    void on_calls() {
        poison("intake.call.v1");
        try (Topic tasks = new Topic("ticket.callback.v1", "admin")) {
            events.call(call, 1, "ENDED", Optional.empty());
            tasks.awaitOne(node -> node.path("callId").asText().equals(call));
        }

        assertAside("ticket.intake.call.v1.dlq");
    }

    @Test
    void on_assessments() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("callId", call);
        Opened.ticketOf(events, report);

        poison("triage.assessment.v1");
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.assessment(call, 1, 0.4, false);
            damkar.awaitOne(ReportToTicketTest.hasText(report)
                    .and(n -> n.path("change").asText().equals("ASSESSED")));
        }

        assertAside("ticket.triage.assessment.v1.dlq");
    }

    @Test
    void on_an_agencys_commands() {
        String ticket = Opened.ticketOf(events, Events.report("FIRE"));
        String command = UUID.randomUUID().toString();

        poison("ticket.command.damkar.v1");
        events.send(new ProducerRecord<>(
                "ticket.command.damkar.v1",
                call,
                Events.bytes(Map.of(
                        "commandId",
                        command,
                        "ticketId",
                        ticket,
                        "action",
                        "ACCEPT",
                        "at",
                        Instant.now().toString()))));
        try (Topic replies = new Topic("ticket.reply.damkar.v1", "agency-damkar")) {
            replies.awaitOne(node -> node.path("commandId").asText().equals(command));
        }

        assertAside("ticket.ticket.command.dlq");
    }

    private double before;

    private void poison(String topic) {
        before = dead();
        events.send(new ProducerRecord<>(topic, call, poison));
    }

    private void assertAside(String queue) {
        try (Topic letters = new Topic(queue, "admin")) {
            var letter = letters.awaitRecords(1, record -> Arrays.equals(record.value(), poison))
                    .getFirst();
            String reason =
                    new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
            assertFalse(reason.isBlank());
        }
        assertEquals(1, dead() - before);
    }

    private double dead() {
        return metrics.find("tanggap.events.dead").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
