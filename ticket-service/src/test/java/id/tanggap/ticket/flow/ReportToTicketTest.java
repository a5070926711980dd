package id.tanggap.ticket.flow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportToTicketTest extends OnStack {

    @Inject
    MeterRegistry metrics;

    @Test
    void an_emergency_reaches_every_agency_that_answers_it_without_a_word_from_triage() {
        Map<String, Object> report = Events.report("FIRE");
        try (Topic damkar = Topic.ofAgency("damkar");
                Topic dinkes = Topic.ofAgency("dinkes");
                Topic tickets = Topic.tickets()) {
            events.report(report);

            ConsumerRecord<String, byte[]> record =
                    damkar.await(1, hasText(report)).getFirst();
            JsonNode lead = Events.json(record.value());
            JsonNode support = dinkes.awaitOne(hasText(report));
            JsonNode whole = tickets.awaitOne(isOf(report));

            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", lead));
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", support));
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", whole));
            assertEquals("LEAD", lead.at("/assignment/role").asText());
            assertEquals("SUPPORT", support.at("/assignment/role").asText());
            assertEquals("Active", lead.at("/assignment/status").asText());
            assertEquals("damkar", lead.path("agency").asText());
            assertFalse(lead.has("assessment"));
            assertTrue(whole.path("emergency").asBoolean());
            assertEquals(3, whole.path("assignments").size());
            assertEquals("id.tanggap.ticket.agency.v1", header(record, "ce_type"));
            assertEquals("urn:tanggap:ticket-service", header(record, "ce_source"));
            assertEquals("1", header(record, "ce_sequence"));
            assertEquals(lead.path("ticketId").asText(), header(record, "ce_subject"));
            assertEquals(lead.path("ticketId").asText(), record.key());
        }
    }

    @Test
    void the_broker_refuses_an_agency_the_topic_of_another() {
        Map<String, Object> report = Events.report("FIRE");
        events.report(report);
        try (Topic own = Topic.ofAgency("damkar")) {
            own.awaitOne(hasText(report));
        }
        try (Topic foreign = new Topic("ticket.agency.damkar.v1", "agency-pdam")) {
            assertThrows(AuthorizationException.class, () -> foreign.awaitOne(hasText(report)));
        }
        try (Topic internal = new Topic("ticket.ticket.v1", "agency-damkar")) {
            assertThrows(AuthorizationException.class, () -> internal.awaitOne(isOf(report)));
        }
    }

    @Test
    void what_is_no_emergency_goes_on_without_triage_when_its_wait_is_over() {
        Map<String, Object> report = Events.report("WATER");
        try (Topic pdam = Topic.ofAgency("pdam")) {
            events.report(report);

            JsonNode ticket = pdam.awaitOne(hasText(report));

            assertFalse(ticket.has("assessment"));
            assertEquals("OPENED", ticket.path("change").asText());
        }
    }

    @Test
    void a_threat_to_life_makes_anything_an_emergency() {
        Map<String, Object> report = Events.report("WATER");
        report.put("lifeThreat", true);
        try (Topic tickets = Topic.tickets()) {
            events.report(report);

            JsonNode ticket = tickets.awaitOne(isOf(report));

            assertTrue(ticket.path("emergency").asBoolean());
            assertEquals(9, ticket.path("priority").asInt());
        }
    }

    @Test
    void a_category_that_nobody_knows_goes_to_the_command_centre() {
        Map<String, Object> report = Events.report("METEOR_STRIKE");
        try (Topic centre = Topic.ofAgency("pusat")) {
            events.report(report);

            JsonNode ticket = centre.awaitOne(hasText(report));

            assertEquals("METEOR_STRIKE", ticket.path("category").asText());
            assertEquals("Lain-lain", ticket.at("/categoryLabel/id").asText());
        }
    }

    @Test
    void a_report_delivered_again_under_whatever_event_has_one_ticket() {
        Map<String, Object> report = Events.report("CRIME");
        Map<String, Object> later = Events.report("CRIME");
        later.put("callId", report.get("callId"));
        double dead = dead();
        var id = EventIds.next();
        String call = (String) report.get("callId");
        try (Topic tickets = Topic.tickets()) {
            events.send("intake.report.v1", call, id, (String) report.get("reportId"), 1, report);
            events.send("intake.report.v1", call, id, (String) report.get("reportId"), 1, report);
            events.report(report);
            events.report(later);

            assertEquals(1, tickets.allUntil(isOf(later), isOf(report)).size());
        }
        assertEquals(0, dead() - dead);
    }

    @Test
    void a_hundred_reports_at_once_have_a_hundred_numbers() {
        List<Map<String, Object>> reports = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reports.add(Events.report("MEDICAL"));
        }
        Set<String> ids = new HashSet<>();
        reports.forEach(report -> ids.add((String) report.get("reportId")));
        try (Topic tickets = Topic.tickets()) {
            reports.parallelStream().forEach(events::report);

            Set<String> numbers = new HashSet<>();
            tickets.await(100, node -> ids.contains(node.path("reportId").asText()))
                    .forEach(record -> numbers.add(
                            Events.json(record.value()).path("number").asText()));

            assertEquals(100, numbers.size());
            assertTrue(numbers.stream().allMatch(number -> number.matches("JPR-\\d{8}-\\d{4,}")));
        }
    }

    @Test
    void an_opened_ticket_is_counted_for_each_of_its_agencies() {
        double before = opened("dinkes");
        Map<String, Object> report = Events.report("FIRE");
        try (Topic tickets = Topic.tickets()) {
            events.report(report);
            tickets.awaitOne(isOf(report));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> opened("dinkes") - before == 1);
    }

    private double dead() {
        return metrics.find("tanggap.events.dead").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double opened(String agency) {
        var counter = metrics.find("tanggap.tickets.opened")
                .tags("agency", agency, "category", "FIRE")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    static java.util.function.Predicate<JsonNode> hasText(Map<String, Object> report) {
        return node -> node.path("text").asText().equals(report.get("text"));
    }

    static java.util.function.Predicate<JsonNode> isOf(Map<String, Object> report) {
        return node -> node.path("reportId").asText().equals(report.get("reportId"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
