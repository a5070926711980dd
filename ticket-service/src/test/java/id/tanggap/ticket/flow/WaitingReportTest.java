package id.tanggap.ticket.flow;

import static id.tanggap.ticket.flow.ReportToTicketTest.hasText;
import static id.tanggap.ticket.flow.ReportToTicketTest.isOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LongWait.class)
class WaitingReportTest extends OnStack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Database database;

    @Test
    void its_assessment_ends_the_wait_and_is_on_the_ticket() {
        Map<String, Object> report = Events.report("WATER");
        try (Topic pdam = Topic.ofAgency("pdam")) {
            events.report(report);
            awaitPending(report);
            events.assessment((String) report.get("callId"), 1, 0.3, false);

            JsonNode ticket = pdam.awaitOne(hasText(report));

            assertEquals("OPENED", ticket.path("change").asText());
            assertEquals(0.3, ticket.at("/assessment/hoaxLikelihood").asDouble());
            assertEquals("Hening", ticket.at("/assessment/reasons/0/textId").asText());
            assertEquals(0, pending(report));
        }
    }

    @Test
    void an_assessment_that_came_first_spares_the_wait() {
        Map<String, Object> report = Events.report("WASTE");
        String call = (String) report.get("callId");
        events.assessment(call, 1, 0.97, true);
        await().atMost(PATIENCE).until(() -> database.count("call_assessment where call_id = ?", call) == 1);
        try (Topic dlh = Topic.ofAgency("dlh")) {
            events.report(report);

            // A likely hoax is a ticket like any other.
            assertEquals(
                    0.97,
                    dlh.awaitOne(hasText(report))
                            .at("/assessment/hoaxLikelihood")
                            .asDouble());
        }
    }

    @Test
    void an_emergency_overtakes_what_waits() {
        Map<String, Object> waiting = Events.report("ROAD_DAMAGE");
        Map<String, Object> emergency = Events.report("MEDICAL");
        emergency.put("callId", waiting.get("callId"));
        try (Topic tickets = Topic.tickets()) {
            events.report(waiting);
            awaitPending(waiting);
            events.report(emergency);

            List<JsonNode> first = tickets.allUntil(isOf(emergency), isOf(waiting));

            assertEquals(List.of(), first);
            assertEquals(1, pending(waiting));
        }
    }

    @Test
    void what_a_killed_process_left_waiting_is_opened_by_whoever_finds_it_due() {
        Map<String, Object> report = Events.report("TRAFFIC_LIGHT");
        try (Topic tickets = Topic.tickets()) {
            events.report(report);
            awaitPending(report);
            // Nobody was told of this time: only the database knows it, as after a kill.
            database.execute("update pending_report set due_at = now() where report_id = ?", report.get("reportId"));

            assertEquals("OPENED", tickets.awaitOne(isOf(report)).path("change").asText());
            assertEquals(0, pending(report));
        }
    }

    @Test
    void a_report_that_waits_and_comes_again_still_has_one_ticket() {
        Map<String, Object> report = Events.report("WATER");
        Map<String, Object> marker = Events.report("FIRE");
        marker.put("callId", report.get("callId"));
        try (Topic tickets = Topic.tickets()) {
            events.report(report);
            events.report(report);
            events.assessment((String) report.get("callId"), 1, 0.4, false);
            tickets.awaitOne(isOf(report));
            events.report(report);
            events.report(marker);

            List<JsonNode> found = tickets.allUntil(isOf(marker), isOf(report));

            assertEquals(
                    1,
                    found.stream()
                            .filter(n -> n.path("change").asText().equals("OPENED"))
                            .count());
        }
    }

    @Test
    void a_later_assessment_reaches_the_open_ticket_once_and_the_newest_wins() {
        Map<String, Object> report = Events.report("FIRE");
        String call = (String) report.get("callId");
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.report(report);
            damkar.awaitOne(hasText(report));
            events.assessment(call, 2, 0.6, false);
            events.assessment(call, 1, 0.1, false);
            events.assessment(call, 3, 0.6, false);
            events.assessment(call, 4, 0.7, true);

            List<JsonNode> views = damkar.allUntil(
                    hasText(report).and(n -> n.at("/assessment/hoaxLikelihood").asDouble() == 0.7), hasText(report));

            assertEquals(
                    List.of("OPENED", "ASSESSED", "ASSESSED"),
                    views.stream().map(n -> n.path("change").asText()).toList());
            assertTrue(views.stream()
                    .noneMatch(n -> n.at("/assessment/hoaxLikelihood").asDouble() == 0.1));
        }
    }

    private void awaitPending(Map<String, Object> report) {
        await().atMost(PATIENCE).until(() -> pending(report) == 1);
    }

    private long pending(Map<String, Object> report) {
        return database.count("pending_report where report_id = ?", report.get("reportId"));
    }
}
