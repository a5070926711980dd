package id.tanggap.ticket.flow;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Several calls of one incident, as the command centre and its agencies see them. */
@QuarkusTest
class IncidentTest extends OnStack {

    /** A place of its own in the regency, where no other test's tickets are. */
    private final double lat = -6.75 + new Random().nextDouble() / 5;

    private final double lon = 110.62 + new Random().nextDouble() / 5;

    @Test
    void tickets_nearby_are_suggested_with_a_reason_and_a_probability() {
        String fire = open("FIRE", 0, "ref-a");
        String same = open("FIRE", 0.0005, "ref-b");
        String far = open("FIRE", 0.02, "ref-c");

        centre().get("/api/v1/tickets/" + fire + "/candidates")
                .then()
                .statusCode(200)
                .body("ticketId", hasItem(same))
                .body("ticketId", not(hasItem(far)))
                .body("ticketId", not(hasItem(fire)))
                .body("find { it.ticketId == '" + same + "' }.probability", equalTo(0.92f))
                .body("find { it.ticketId == '" + same + "' }.reasons.code", hasItems("AT_THE_PLACE", "SAME_CATEGORY"));
        as("damkar1").get("/api/v1/tickets/" + fire + "/candidates").then().statusCode(403);
        centre().get("/api/v1/tickets/" + UUID.randomUUID() + "/candidates")
                .then()
                .statusCode(404);
    }

    @Test
    void a_merged_ticket_is_one_for_its_agencies_and_keeps_every_caller() {
        String parent = open("FIRE", 0, "ref-a");
        String child = open("ELECTRICITY_DANGER", 0.0005, "ref-b");
        try (Topic pln = Topic.ofAgency("pln");
                Topic damkar = Topic.ofAgency("damkar");
                Topic tickets = Topic.tickets()) {
            merge(parent, child, 1)
                    .statusCode(200)
                    .body("priority", equalTo(10))
                    .body("independentCallers", equalTo(2))
                    .body("priorityReasons.code", hasItem("CALLERS"))
                    .body("assignments.agency", hasItems("damkar", "pln"))
                    .body("links.kind", contains("CHILD"));

            JsonNode gone = pln.awaitOne(AgencyApp.of(child).and(IncidentTest::merged));
            JsonNode given = pln.awaitOne(AgencyApp.of(parent).and(IncidentTest::merged));
            JsonNode stays = damkar.awaitOne(AgencyApp.of(parent).and(IncidentTest::merged));
            JsonNode everybody = tickets.awaitOne(AgencyApp.of(child).and(IncidentTest::merged));
            assertEquals("Cancelled", gone.at("/assignment/status").asText());
            assertEquals("PARENT", gone.at("/links/0/kind").asText());
            assertEquals(parent, gone.at("/links/0/ticketId").asText());
            assertEquals("Active", given.at("/assignment/status").asText());
            assertEquals(child, stays.at("/alsoReported/0/ticketId").asText());
            assertEquals("Siti", stays.at("/alsoReported/0/reporter/name").asText());
            assertEquals("CLOSED", everybody.path("status").asText());
            for (JsonNode view : List.of(gone, given, stays)) {
                assertEquals(List.of(), Schemas.faults("ticket.agency.v1", view));
            }
            assertEquals(List.of(), Schemas.faults("ticket.ticket.v1", everybody));
        }
        // Who may not know who reported does not learn it from a merged report.
        as("ops1")
                .get("/api/v1/tickets/" + parent)
                .then()
                .body("alsoReported[0].ticketId", equalTo(child))
                .body("alsoReported[0].reporter", nullValue());
        centre().get("/api/v1/tickets/" + parent).then().body("alsoReported[0].reporter.name", equalTo("Siti"));
        centre().get("/api/v1/tickets/" + child + "/history").then().body("change", hasItem("REPORTER_VIEWED"));

        // A phone that was offline knows the old ticket only.
        JsonNode reply = AgencyApp.ask("pln", AgencyApp.command(child, "ACCEPT"));
        assertEquals("APPLIED", reply.path("result").asText());
        centre().get("/api/v1/tickets/" + parent)
                .then()
                .body("assignments.find { it.agency == 'pln' }.status", equalTo("ResourcesAssigned"));
    }

    @Test
    void a_split_undoes_a_merge() {
        String parent = open("FIRE", 0, "ref-a");
        String child = open("ELECTRICITY_DANGER", 0.0005, "ref-b");
        AgencyApp.ask("pln", AgencyApp.command(child, "ENROUTE"));
        JsonPath parentBefore = view(parent);
        JsonPath childBefore = view(child);
        merge(parent, child, 1).statusCode(200);

        act(parent, "splits", child, 2, "Ternyata dua kejadian").statusCode(200).body("status", equalTo("OPEN"));

        JsonPath childAfter = view(child);
        JsonPath parentAfter = view(parent);
        for (String same :
                List.of("status", "priority", "priorityReasons", "lifeThreat", "emergency", "assignments", "links")) {
            assertEquals(childBefore.<Object>get(same), childAfter.<Object>get(same), same);
        }
        for (String same :
                List.of("status", "priority", "priorityReasons", "emergency", "links", "independentCallers")) {
            assertEquals(parentBefore.<Object>get(same), parentAfter.<Object>get(same), same);
        }
        assertEquals("Cancelled", parentAfter.getString("assignments.find { it.agency == 'pln' }.status"));
        assertEquals(
                parentBefore.getString("assignments.find { it.agency == 'damkar' }"),
                parentAfter.getString("assignments.find { it.agency == 'damkar' }"));
        assertFalse(parentAfter.getList("alsoReported").contains(child));
        act(parent, "splits", child, 3, "Sekali lagi").statusCode(409);
        merge(parent, child, 3).statusCode(200);
    }

    @Test
    void what_cannot_be_merged_is_refused_and_nothing_is_half_done() {
        String one = open("FIRE", 0, "ref-a");
        String other = open("FIRE", 0.0001, "ref-b");
        String third = open("FIRE", 0.0002, "ref-c");
        String type = "urn:tanggap:problem:not-mergeable";

        merge(one, one, 1).statusCode(409).body("type", equalTo(type));
        merge(one, other, 7).statusCode(412);
        merge(one, UUID.randomUUID().toString(), 1).statusCode(404);
        merge(one, other, 1).statusCode(200);
        // Not in a circle, not twice, not into what is replaced.
        merge(other, one, 2).statusCode(409).body("type", equalTo(type));
        merge(third, other, 1).statusCode(409).body("type", equalTo(type));
        merge(other, third, 2).statusCode(409).body("type", equalTo(type));
        merge(third, one, 1).statusCode(200).body("links.size()", equalTo(1));
        centre().get("/api/v1/tickets/" + third).then().body("alsoReported.ticketId", contains(one, other));
        act(one, "splits", other, 3, "Ternyata dua").statusCode(409).body("type", equalTo(type));
        act(third, "merges", "no-id", 2, "x").statusCode(400);
        as("damkar1")
                .header("If-Match", "\"2\"")
                .contentType("application/json")
                .body(Map.of("ticketId", other, "reason", "x"))
                .post("/api/v1/tickets/" + third + "/merges")
                .then()
                .statusCode(403);
        as("ops1").get("/api/v1/history/verification").then().body("intact", equalTo(true));
    }

    @Test
    void the_last_merge_is_split_first_so_that_no_other_caller_loses_help() {
        String parent = open("WATER", 0, "ref-a");
        String earlier = open("ELECTRICITY_DANGER", 0.0001, "ref-b");
        String later = open("ELECTRICITY_DANGER", 0.0002, "ref-c");
        merge(parent, earlier, 1).statusCode(200);
        JsonPath between = view(parent);
        merge(parent, later, 2).statusCode(200).body("independentCallers", equalTo(3));

        act(parent, "splits", earlier, 3, "Salah").statusCode(409).body("detail", containsString(later));

        act(parent, "splits", later, 3, "Salah").statusCode(200);
        JsonPath after = view(parent);
        for (String same :
                List.of("priority", "lifeThreat", "emergency", "independentCallers", "links", "assignments")) {
            assertEquals(between.<Object>get(same), after.<Object>get(same), same);
        }
        act(parent, "splits", earlier, 4, "Salah").statusCode(200);
    }

    @Test
    void tickets_that_have_to_do_with_each_other_are_linked_both_ways() {
        String one = open("FIRE", 0, "ref-a");
        String other = open("WATER", 0.001, "ref-b");
        String path = "/api/v1/tickets/" + one + "/related/" + other + "?reason=Hidran";

        centre().put(path).then().statusCode(200).body("links.kind", contains("RELATED"));
        centre().put(path).then().statusCode(200).body("version", equalTo(2));
        assertEquals(one, view(other).getString("links[0].ticketId"));
        centre().delete(path).then().statusCode(200).body("links.size()", equalTo(0));
        assertEquals(0, view(other).getList("links").size());
        centre().put("/api/v1/tickets/" + one + "/related/" + one + "?reason=x")
                .then()
                .statusCode(409);
    }

    private static boolean merged(JsonNode event) {
        return event.path("change").asText().equals("MERGED");
    }

    private String open(String category, double north, String caller) {
        Map<String, Object> report = Events.report(category);
        report.put("location", Map.of("lat", lat + north, "lon", lon));
        report.put("callerRef", caller + UUID.randomUUID());
        report.put("reporter", Events.sealed("Siti", "+6281200000001"));
        return Opened.ticketOf(events, report);
    }

    private static ValidatableResponse merge(String parent, String child, int version) {
        return act(parent, "merges", child, version, "Kejadian yang sama");
    }

    private static ValidatableResponse act(String ticket, String what, String other, int version, String reason) {
        return centre().header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(Map.of("ticketId", other, "reason", reason))
                .post("/api/v1/tickets/" + ticket + "/" + what)
                .then();
    }

    private static JsonPath view(String ticket) {
        return as("ops1").get("/api/v1/tickets/" + ticket).jsonPath();
    }

    private static RequestSpecification centre() {
        return as("operator1");
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
