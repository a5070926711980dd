package id.tanggap.ticket.flow;

import static id.tanggap.ticket.flow.ReportToTicketTest.hasText;
import static id.tanggap.ticket.flow.ReportToTicketTest.isOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report that overtook its call is told once more with its caller: its ticket learns of it, and there is no second one. */
@QuarkusTest
@TestProfile(LongWait.class)
class ReportToldAgainTest extends OnStack {

    private static final String NUMBER = "+6281200000001";

    @Inject
    Database database;

    @Test
    void the_agency_that_must_ring_back_is_told_the_number_and_no_other_is_told_anything() {
        Map<String, Object> early = early("FIRE");
        Map<String, Object> marker = Events.report("FIRE");
        marker.put("callId", early.get("callId"));
        try (Topic damkar = Topic.ofAgency("damkar");
                Topic dinkes = Topic.ofAgency("dinkes");
                Topic tickets = Topic.tickets()) {
            events.report(early);
            again(early, Events.sealed("Siti", NUMBER));
            again(early, Events.sealed("Siti", NUMBER));
            events.report(early);
            events.report(marker);

            // Of different keys, so in no order: the news first, then what comes after it in the service.
            damkar.awaitOne(hasText(early).and(ReportToldAgainTest::isNews));
            tickets.awaitOne(isOf(early).and(ReportToldAgainTest::isNews));
            List<JsonNode> lead = damkar.allUntil(hasText(marker), hasText(early));
            assertEquals(List.of("OPENED", "REPORTER"), changes(lead));
            assertFalse(lead.getFirst().has("reporter"));
            assertEquals(NUMBER, lead.getLast().at("/reporter/contact").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", lead.getLast()));
            assertEquals(List.of("OPENED"), changes(dinkes.allUntil(hasText(marker), hasText(early))));
            List<JsonNode> whole = tickets.allUntil(isOf(marker), isOf(early));
            assertEquals(List.of("OPENED", "REPORTER"), changes(whole));
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", whole.getLast()));
        }
        assertEquals("ref-told", callerRef(early));
        assertEquals("2", version(early));
    }

    @Test
    void who_gave_a_number_already_is_no_news() {
        Map<String, Object> early = early("FIRE");
        early.put("reporter", Events.sealed("Siti", NUMBER));
        Map<String, Object> marker = Events.report("FIRE");
        marker.put("callId", early.get("callId"));
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.report(early);
            again(early, Events.sealed("Siti", NUMBER));
            events.report(marker);

            assertEquals(List.of("OPENED"), changes(damkar.allUntil(hasText(marker), hasText(early))));
        }
        assertEquals("ref-told", callerRef(early));
        assertEquals("1", version(early));
    }

    @Test
    void a_report_that_still_waits_has_its_caller_when_its_ticket_opens() {
        Map<String, Object> early = early("WATER");
        try (Topic pdam = Topic.ofAgency("pdam")) {
            events.report(early);
            again(early, Events.sealed("Siti", NUMBER));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.count(
                                    "pending_report where report_id = ? and report like '%ref-told%'",
                                    early.get("reportId"))
                            == 1);
            events.assessment((String) early.get("callId"), 1, 0.3, false);

            JsonNode ticket = pdam.awaitOne(hasText(early));
            assertEquals("OPENED", ticket.path("change").asText());
            assertEquals(NUMBER, ticket.at("/reporter/contact").asText());
        }
        assertEquals("ref-told", callerRef(early));
    }

    private static Map<String, Object> early(String category) {
        Map<String, Object> report = Events.report(category);
        report.remove("callerRef");
        return report;
    }

    private void again(Map<String, Object> early, String reporter) {
        Map<String, Object> whole = new HashMap<>(early);
        whole.put("callerRef", "ref-told");
        whole.put("reporter", reporter);
        events.send(
                "intake.report.v1",
                (String) early.get("callId"),
                EventIds.next(),
                (String) early.get("reportId"),
                2,
                whole);
    }

    private String callerRef(Map<String, Object> report) {
        return database.text("select caller_ref from ticket where report_id = ?", report.get("reportId"));
    }

    private String version(Map<String, Object> report) {
        return database.text("select version from ticket where report_id = ?", report.get("reportId"));
    }

    private static boolean isNews(JsonNode told) {
        return told.path("change").asText().equals("REPORTER");
    }

    private static List<String> changes(List<JsonNode> told) {
        return told.stream().map(node -> node.path("change").asText()).toList();
    }
}
