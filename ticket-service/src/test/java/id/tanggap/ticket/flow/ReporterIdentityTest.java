package id.tanggap.ticket.flow;

import static id.tanggap.ticket.flow.ReportToTicketTest.hasText;
import static id.tanggap.ticket.flow.ReportToTicketTest.isOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.platform.seal.Seal;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReporterIdentityTest extends OnStack {

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "tanggap.seal.other-handover-keys.handover-2")
    String otherKey;

    @Test
    void goes_only_to_the_agency_that_must_ring_back() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("reporter", Events.sealed("Siti", "+6281200000001"));
        try (Topic damkar = Topic.ofAgency("damkar");
                Topic dinkes = Topic.ofAgency("dinkes");
                Topic tickets = Topic.tickets()) {
            events.report(report);

            var lead = damkar.awaitOne(hasText(report));
            assertEquals("Siti", lead.at("/reporter/name").asText());
            assertEquals("+6281200000001", lead.at("/reporter/contact").asText());
            assertFalse(dinkes.awaitOne(hasText(report)).has("reporter"));
            assertFalse(tickets.awaitOne(isOf(report)).toString().contains("Siti"));
        }
    }

    @Test
    void goes_to_nobody_where_nobody_must_ring_back() {
        Map<String, Object> report = Events.report("WASTE");
        report.put("reporter", Events.sealed("Siti", "+6281200000001"));
        try (Topic dlh = Topic.ofAgency("dlh")) {
            events.report(report);

            assertFalse(dlh.awaitOne(hasText(report)).has("reporter"));
        }
    }

    @Test
    void rests_sealed_under_a_key_of_this_service_alone() {
        Map<String, Object> report = Events.report("FIRE");
        String handedOver = Events.sealed("Siti", "+6281200000001");
        report.put("reporter", handedOver);
        try (Topic tickets = Topic.tickets()) {
            events.report(report);
            tickets.awaitOne(isOf(report));
        }

        String kept = database.text("select reporter_sealed from ticket where report_id = ?", report.get("reportId"));

        assertEquals(5, kept.split("\\.", -1).length);
        assertFalse(kept.equals(handedOver));
        assertFalse(kept.contains("Siti"));
    }

    @Test
    void that_cannot_be_opened_keeps_no_ticket_from_being_opened() {
        double before = unreadable();
        Map<String, Object> report = Events.report("FIRE");
        report.put("reporter", "eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC");
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.report(report);

            assertFalse(damkar.awaitOne(hasText(report)).has("reporter"));
        }
        assertEquals(1, unreadable() - before);
        assertEquals(report.get("reporter"), handedOver(report));
    }

    @Test
    void is_opened_under_the_key_that_it_names() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("reporter", Seal.ofBase64(otherKey, "handover-2").seal("{\"name\":\"Siti\"}"));
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.report(report);

            assertEquals(
                    "Siti",
                    damkar.awaitOne(hasText(report)).at("/reporter/name").asText());
        }
    }

    @Test
    void is_opened_by_the_usual_key_under_whatever_name_that_goes() {
        Map<String, Object> report = Events.report("FIRE");
        String usualKey = EmbeddedStack.config().credentials().keys().get(Credentials.HANDOVER_KEY);
        report.put("reporter", Seal.ofBase64(usualKey, "handover").seal("{\"name\":\"Siti\"}"));
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.report(report);

            assertEquals(
                    "Siti",
                    damkar.awaitOne(hasText(report)).at("/reporter/name").asText());
        }
    }

    @Test
    void that_could_not_be_opened_at_first_comes_out_once_it_can() {
        Map<String, Object> report = Events.report("FIRE");
        report.put("reporter", Seal.ofBase64(otherKey, "handover-3").seal("{\"name\":\"Siti\"}"));
        String ticket = Opened.ticketOf(events, report);
        asOperator(ticket).body("reporter", nullValue());
        assertEquals(report.get("reporter"), handedOver(report));

        // Stands for the missing key: what is kept is such as can be opened now.
        database.execute(
                "update ticket set reporter_handover = ? where report_id = ?",
                Events.sealed("Siti", "+6281200000001"),
                report.get("reportId"));

        asOperator(ticket).body("reporter.name", equalTo("Siti"));
    }

    private static ValidatableResponse asOperator(String ticket) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.user("operator1"))
                .get("/api/v1/tickets/" + ticket)
                .then();
    }

    private String handedOver(Map<String, Object> report) {
        return database.text("select reporter_handover from ticket where report_id = ?", report.get("reportId"));
    }

    private double unreadable() {
        return metrics.find("tanggap.reporter.identity.unreadable").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
