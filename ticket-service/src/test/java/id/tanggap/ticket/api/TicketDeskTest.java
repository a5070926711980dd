package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TicketDeskTest extends OnStack {

    @Test
    void a_text_raises_what_the_operator_did_not() {
        String ticket = open("OTHER", "Rumah kebanjiran, ada bayi");

        as("operator1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("priority", equalTo(8))
                .body("emergency", equalTo(true))
                .body("verifyBy", nullValue())
                .body("priorityReasons.code", equalTo(List.of("CATEGORY", "TEXT_DISASTER", "TEXT_CHILDREN")))
                .body("priorityReasons[1].textId", equalTo("Laporan menyebut bencana"));
    }

    @Test
    void the_command_centre_sets_a_priority_and_agencies_and_history_hear_why() {
        String ticket = open("WATER", "Pipa bocor");
        try (Topic agency = new Topic("ticket.agency.pdam.v1", "agency-pdam")) {
            put(ticket, "operator1", 1, 8)
                    .statusCode(200)
                    .body("priority", equalTo(8))
                    .body("emergency", equalTo(true));

            var told = agency.awaitOne(AgencyApp.of(ticket)
                    .and(event -> event.path("change").asText().equals("PRIORITY")));
            assertEquals(8, told.path("priority").asInt());
            assertEquals(
                    "OPERATOR",
                    told.path("priorityReasons").path(0).path("code").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", told));
        }
        as("supervisor1")
                .get("/api/v1/tickets/" + ticket + "/history")
                .then()
                .body("why", hasItem("Dekat sekolah"))
                .body("actor.name", hasItem("operator1"));
        put(ticket, "operator1", 1, 3).statusCode(412).body("type", equalTo("urn:tanggap:problem:stale-version"));
        put(ticket, "operator1", 2, 11).statusCode(400).body("errors[0].field", equalTo("priority"));
        put(ticket, "damkar1", 2, 3).statusCode(403);
    }

    @Test
    void only_a_supervisor_puts_a_life_at_the_end_of_the_line() {
        Map<String, Object> report = Events.report("WATER");
        report.put("lifeThreat", true);
        String ticket = Opened.ticketOf(events, report);

        put(ticket, "operator1", 1, 3).statusCode(400).body("errors[0].field", equalTo("priority"));
        put(ticket, "supervisor1", 1, 3).statusCode(200).body("emergency", equalTo(false));
    }

    @Test
    void the_queue_holds_what_nobody_has_looked_at_in_the_order_of_its_places() {
        Map<String, Object> likely = Events.report("STREET_LIGHT");
        String hoax = Opened.ticketOf(events, likely);
        String fire = open("FIRE", "Kebakaran");
        String water = open("WATER", "Pipa bocor");
        String light = open("STREET_LIGHT", "Lampu mati");
        String accepted = open("WATER", "Pipa bocor juga");
        try (Topic tickets = Topic.tickets()) {
            events.assessment((String) likely.get("callId"), 1, 0.97, true);
            tickets.awaitOne(AgencyApp.of(hoax).and(event -> event.has("assessment")));
            AgencyApp.ask("pdam", AgencyApp.command(accepted, "ACCEPT"));
        }

        List<String> queue = queue();

        assertFalse(queue.contains(fire) || queue.contains(accepted));
        assertTrue(queue.indexOf(water) >= 0 && queue.indexOf(water) < queue.indexOf(light), queue.toString());
        assertTrue(queue.indexOf(light) < queue.indexOf(hoax), queue.toString());
    }

    @Test
    void a_hoax_lets_the_agencies_off_and_a_second_thought_calls_them_again() {
        String ticket = open("WATER", "Pipa bocor di depan pasar");
        try (Topic agency = new Topic("ticket.agency.pdam.v1", "agency-pdam")) {
            verify(ticket, "operator1", 1, "HOAX")
                    .statusCode(200)
                    .body("status", equalTo("CLOSED"))
                    .body("assignments.status", equalTo(List.of("Cancelled")))
                    .body("verification", equalTo("HOAX"));
            var off = agency.awaitOne(AgencyApp.of(ticket)
                    .and(event -> event.path("verification").asText().equals("HOAX")));
            assertEquals("Cancelled", off.path("assignment").path("status").asText());
            assertFalse(queue().contains(ticket));
            verify(ticket, "operator1", 2, "UNREACHABLE").statusCode(409);

            verify(ticket, "supervisor1", 2, "GENUINE").statusCode(200).body("status", equalTo("OPEN"));
            var again = agency.awaitOne(AgencyApp.of(ticket)
                    .and(event -> event.path("verification").asText().equals("GENUINE")));
            assertEquals("ReOpened", again.path("assignment").path("status").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", again));
        }
        assertEquals(
                "APPLIED",
                AgencyApp.ask("pdam", AgencyApp.command(ticket, "ACCEPT"))
                        .path("result")
                        .asText());
    }

    @Test
    void who_is_at_the_place_is_not_let_off() {
        String ticket = open("WATER", "Pipa bocor");
        AgencyApp.ask("pdam", AgencyApp.command(ticket, "ONSCENE"));

        verify(ticket, "operator1", 2, "HOAX").statusCode(409).body("type", equalTo("urn:tanggap:problem:conflict"));
    }

    @Test
    void who_does_not_answer_goes_back_in_the_line_once_for_each_attempt() {
        String ticket = open("STREET_LIGHT", "Lampu mati");
        String after = open("STREET_LIGHT", "Lampu mati juga");

        // As many minutes as the priority is worth lie ahead of it: the next attempt is not before that.
        verify(ticket, "operator1", 1, "UNREACHABLE").statusCode(200);
        verify(ticket, "operator1", 1, "UNREACHABLE").statusCode(412);
        as("operator1")
                .get("/api/v1/verification-queue?limit=200")
                .then()
                .body("items.ticketId", hasItems(ticket, after));
    }

    @ParameterizedTest
    @CsvSource({"cursor=xyz, cursor", "limit=0, limit"})
    void a_wrong_parameter_is_named(String parameter, String field) {
        as("operator1")
                .get("/api/v1/verification-queue?" + parameter)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
        as("damkar1").get("/api/v1/verification-queue").then().statusCode(403);
    }

    private static String open(String category, String text) {
        Map<String, Object> report = Events.report(category);
        report.put("text", text);
        return Opened.ticketOf(events, report);
    }

    private static ValidatableResponse put(String ticket, String user, int version, int priority) {
        return as(user).header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("priority", priority, "reason", "Dekat sekolah"))
                .put("/api/v1/tickets/" + ticket + "/priority")
                .then();
    }

    private static ValidatableResponse verify(String ticket, String user, int version, String outcome) {
        return as(user).header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("outcome", outcome, "reason", "Ditelepon kembali"))
                .post("/api/v1/tickets/" + ticket + "/verification")
                .then();
    }

    /** The whole line, page by page. */
    private static List<String> queue() {
        List<String> tickets = new ArrayList<>();
        Map<String, Object> part = new HashMap<>(Map.of("limit", 3));
        String next;
        do {
            var page = as("operator1")
                    .queryParams(part)
                    .get("/api/v1/verification-queue")
                    .jsonPath();
            tickets.addAll(page.getList("items.ticketId"));
            next = page.getString("next");
            part.put("cursor", next);
        } while (next != null);
        return tickets;
    }
}
