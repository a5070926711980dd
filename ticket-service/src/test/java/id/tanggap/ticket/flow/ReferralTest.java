package id.tanggap.ticket.flow;

import static id.tanggap.ticket.support.AgencyApp.ask;
import static id.tanggap.ticket.support.AgencyApp.command;
import static id.tanggap.ticket.support.AgencyApp.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** "Not ours": the ticket has an owner at every moment, and each agency knows only of itself. */
@QuarkusTest
class ReferralTest extends OnStack {

    @Test
    void the_named_agency_has_the_ticket_at_once_and_the_first_one_no_more() {
        Map<String, Object> report = Events.report("WATER");
        report.put("reporter", Events.sealed("Ibu Siti", "+6281234567890"));
        String ticket = Opened.ticketOf(events, report);
        try (Topic roads = Topic.ofAgency("dpupr");
                Topic water = Topic.ofAgency("pdam");
                Topic tickets = Topic.tickets()) {
            assertEquals(
                    "Cancelled", refer("pdam", ticket, "dpupr").path("status").asText());

            JsonNode given = roads.awaitOne(of(ticket));
            assertEquals("Active", given.at("/assignment/status").asText());
            assertEquals("LEAD", given.at("/assignment/role").asText());
            assertEquals("+6281234567890", given.at("/reporter/contact").asText());
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", given));

            JsonNode left = water.awaitOne(of(ticket).and(status("Cancelled")));
            assertEquals("REFERRED", left.at("/assignment/finding").asText());
            assertEquals("dpupr", left.at("/assignment/referredTo").asText());
            assertTrue(left.path("reporter").isMissingNode(), "who is out of it needs nobody's number");
            assertEquals(List.of(), Schemas.faults("ticket.agency.v1", left));

            JsonNode whole = tickets.awaitOne(of(ticket).and(node -> parts(node)
                    .anyMatch(part -> part.path("agency").asText().equals("dpupr"))));
            assertEquals("OPEN", whole.path("status").asText());
            assertEquals(
                    1,
                    parts(whole)
                            .filter(part -> part.path("role").asText().equals("LEAD"))
                            .count());
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", whole));
        }
        rest("dpupr1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(200)
                .body("assignment.status", Matchers.equalTo("Active"));
        rest("pdam1").get("/api/v1/tickets/" + ticket).then().statusCode(200).body("reporter", Matchers.nullValue());
    }

    @Test
    void two_that_send_it_to_each_other_bring_in_the_command_centre() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        try (Topic centre = Topic.ofAgency("pusat");
                Topic water = Topic.ofAgency("pdam")) {
            refer("pdam", ticket, "dpupr");
            refer("dpupr", ticket, "pdam");

            assertEquals(
                    "ReOpened",
                    water.awaitOne(of(ticket).and(status("ReOpened")))
                            .at("/assignment/status")
                            .asText());
            assertEquals(
                    "SUPPORT",
                    centre.awaitOne(of(ticket)).at("/assignment/role").asText());
        }
        assertEquals(
                "APPLIED", ask("pdam", command(ticket, "ACCEPT")).path("result").asText());
    }

    @Test
    void a_referral_sent_again_has_one_effect() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Map<String, Object> referral = command(ticket, "REFER");
        referral.put("referTo", "dpupr");
        try (Topic roads = Topic.ofAgency("dpupr")) {
            assertEquals("APPLIED", ask("pdam", referral).path("result").asText());
            assertEquals("APPLIED", ask("pdam", referral).path("result").asText());
            assertEquals(
                    "APPLIED",
                    ask("dpupr", command(ticket, "ACCEPT")).path("result").asText());

            assertEquals(
                    List.of("Active", "ResourcesAssigned"),
                    roads.allUntil(of(ticket).and(status("ResourcesAssigned")), of(ticket)).stream()
                            .map(node -> node.at("/assignment/status").asText())
                            .toList());
        }
    }

    @Test
    void a_referral_to_nobody_leaves_the_ticket_where_it_is() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        for (String nobody : new String[] {"telkom", "pdam", null}) {
            Map<String, Object> referral = command(ticket, "REFER");
            referral.put("referTo", nobody);

            JsonNode reply = ask("pdam", referral);

            assertEquals("REJECTED", reply.path("result").asText(), nobody);
            assertTrue(reply.at("/reason/detail").asText().startsWith("referTo: "), reply.toString());
        }
        rest("pdam1").get("/api/v1/tickets/" + ticket).then().body("assignment.status", Matchers.equalTo("Active"));
    }

    @Test
    void an_agency_that_never_had_the_ticket_still_finds_nothing() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        refer("pdam", ticket, "dpupr");

        rest("damkar1").get("/api/v1/tickets/" + ticket).then().statusCode(404);
    }

    @Test
    void what_was_found_is_told_to_everybody_without_the_agencys_words() {
        String ticket = Opened.ticketOf(events, Events.report("WATER"));
        Map<String, Object> close = command(ticket, "CLOSE");
        close.put("finding", "NOTHING_THERE");
        try (Topic tickets = Topic.tickets()) {
            assertEquals("APPLIED", ask("pdam", close).path("result").asText());

            JsonNode closed = tickets.awaitOne(
                    of(ticket).and(node -> node.path("status").asText().equals("CLOSED")));

            assertEquals("NOTHING_THERE", closed.at("/assignments/0/finding").asText());
            assertFalse(closed.toString().contains("Selesai"));
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", closed));
        }
    }

    private static JsonNode refer(String agency, String ticket, String to) {
        Map<String, Object> referral = command(ticket, "REFER");
        referral.put("referTo", to);
        JsonNode reply = ask(agency, referral);
        assertEquals("APPLIED", reply.path("result").asText(), reply.toString());
        return reply;
    }

    private static Predicate<JsonNode> status(String eido) {
        return node -> node.at("/assignment/status").asText().equals(eido);
    }

    private static Stream<JsonNode> parts(JsonNode ticket) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(ticket.path("assignments").elements(), 0), false);
    }

    private static io.restassured.specification.RequestSpecification rest(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
