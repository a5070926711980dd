package id.tanggap.ticket.flow;

import static id.tanggap.ticket.flow.ReportToTicketTest.hasText;
import static id.tanggap.ticket.flow.ReportToTicketTest.isOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report's place makes of its ticket, over real Kafka. */
@QuarkusTest
class PlacedReportTest extends OnStack {

    @Test
    void coordinates_name_the_desa_where_the_operator_could_not() {
        Map<String, Object> report = at("FIRE", Map.of("lat", -6.61982, "lon", 110.66994));
        try (Topic damkar = Topic.ofAgency("damkar")) {
            events.report(report);
            JsonNode ticket = damkar.awaitOne(hasText(report));

            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", ticket));
            assertEquals("INSIDE", ticket.at("/area/standing").asText());
            assertEquals("33.20.11", ticket.at("/area/kecamatan/code").asText());
            assertEquals("Mantingan", ticket.at("/area/desa/name").asText());
            assertEquals("PT15M", ticket.at("/serviceLevel/onScene").asText());
            // As told: nobody named it.
            assertFalse(ticket.path("location").has("desa"));
        }
    }

    @Test
    void a_name_stays_as_it_was_told_beside_what_it_means() {
        Map<String, Object> report = at("FIRE", Map.of("kecamatan", "Kec. Bangsry", "desa", "Ds. Banjarn"));
        JsonNode ticket = opened(report);

        assertEquals("Kec. Bangsry", ticket.at("/location/kecamatan").asText());
        assertEquals("33.20.08.2007", ticket.at("/area/desa/code").asText());
        assertEquals(List.of("damkar LEAD", "dinkes SUPPORT", "polres SUPPORT"), parts(ticket));
    }

    @Test
    void outside_the_regency_help_sets_out_and_the_command_centre_is_told() {
        Map<String, Object> report = at("TRAFFIC_ACCIDENT", Map.of("lat", -6.8048, "lon", 110.8405));
        report.put("reporter", Events.sealed("Siti", "+6281200000001"));
        try (Topic centre = Topic.ofAgency("pusat")) {
            JsonNode ticket = opened(report);
            JsonNode centres = centre.awaitOne(hasText(report));

            assertEquals("OUTSIDE", ticket.at("/area/standing").asText());
            assertEquals("Nalumsari", ticket.at("/area/nearest/name").asText());
            assertTrue(ticket.at("/area/distanceMetres").asInt() > 5_000);
            assertEquals(List.of("polres LEAD", "dinkes SUPPORT", "dishub SUPPORT", "pusat SUPPORT"), parts(ticket));
            assertEquals("SUPPORT", centres.at("/assignment/role").asText());
            // It asks where, or hands over to a neighbour.
            assertEquals("+6281200000001", centres.at("/reporter/contact").asText());
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.user("operator1"))
                    .get("/api/v1/tickets/" + ticket.path("ticketId").asText())
                    .then()
                    .body("area.standing", equalTo("OUTSIDE"));
        }
    }

    @Test
    void a_place_that_nobody_knows_is_the_command_centres_too() {
        JsonNode ticket = opened(at("MEDICAL", Map.of("kecamatan", "Mejobo")));

        assertEquals("NOT_FOUND", ticket.at("/area/standing").asText());
        assertEquals(List.of("dinkes LEAD", "pusat SUPPORT"), parts(ticket));
    }

    @Test
    void an_unknown_kind_outside_the_regency_is_the_command_centres_alone() {
        Map<String, Object> report = at("METEOR", Map.of("lat", -6.9932, "lon", 110.4203));
        report.put("lifeThreat", true);

        assertEquals(List.of("pusat LEAD"), parts(opened(report)));
    }

    @Test
    void an_accident_at_sea_off_karimunjawa_is_that_islands_and_not_outside() {
        JsonNode ticket = opened(at("SEA_ACCIDENT", Map.of("lat", -5.9, "lon", 110.35)));

        assertEquals("OFFSHORE", ticket.at("/area/standing").asText());
        assertEquals("33.20.10", ticket.at("/area/nearest/code").asText());
        assertEquals(List.of("polres LEAD", "dinkes SUPPORT", "bpbd SUPPORT"), parts(ticket));
    }

    @Test
    void half_way_to_karimunjawa_is_nobody_elses() {
        JsonNode ticket = opened(at("SEA_ACCIDENT", Map.of("lat", -6.23, "lon", 110.55)));

        assertEquals("OFFSHORE", ticket.at("/area/standing").asText());
        assertEquals(List.of("bpbd LEAD", "dinkes SUPPORT", "polres SUPPORT"), parts(ticket));
    }

    @Test
    void coordinates_and_a_name_far_apart_are_flagged() {
        JsonNode ticket = opened(at("FIRE", Map.of("lat", -6.61982, "lon", 110.66994, "kecamatan", "Donorojo")));

        assertTrue(ticket.at("/area/disagrees").asBoolean());
        assertEquals("Tahunan", ticket.at("/area/kecamatan/name").asText());
    }

    @Test
    void nothing_told_of_the_place_is_nothing_found() {
        Map<String, Object> report = Events.report("FIRE");
        report.remove("location");

        assertFalse(opened(report).has("area"));
    }

    private JsonNode opened(Map<String, Object> report) {
        try (Topic tickets = Topic.tickets()) {
            events.report(report);
            JsonNode ticket = tickets.awaitOne(isOf(report));
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", ticket));
            return ticket;
        }
    }

    private static Map<String, Object> at(String category, Map<String, Object> location) {
        Map<String, Object> report = Events.report(category);
        report.put("location", location);
        return report;
    }

    private static List<String> parts(JsonNode ticket) {
        List<String> parts = new ArrayList<>();
        ticket.path("assignments")
                .forEach(each -> parts.add(
                        each.path("agency").asText() + " " + each.path("role").asText()));
        return parts;
    }
}
