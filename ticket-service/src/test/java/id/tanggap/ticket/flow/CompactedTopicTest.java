package id.tanggap.ticket.flow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What compaction leaves of an agency's topic, the last record of each key, is each of its tickets as it is now. */
@QuarkusTest
class CompactedTopicTest extends OnStack {

    private static final String AGENCY = "dishub";

    @Test
    void whatever_was_done_by_whomever_the_last_record_is_what_the_agency_would_read() {
        Map<String, Map<String, Object>> reports = new TreeMap<>();
        for (String what : List.of(
                "accepted",
                "anothers",
                "assessed",
                "child",
                "over",
                "parent",
                "related",
                "untouched",
                "urgent",
                "verified")) {
            reports.put(what, Events.report("TRAFFIC_LIGHT"));
        }
        reports.put("referred", Events.report("WASTE"));
        Map<String, String> tickets = opened(reports);

        command("accepted", AGENCY, tickets, Map.of("action", "ACCEPT"));
        command("anothers", "polres", tickets, Map.of("action", "ACCEPT"));
        command("referred", "dlh", tickets, Map.of("action", "REFER", "referTo", AGENCY));
        post(tickets.get("parent"), "merges", Map.of("ticketId", tickets.get("child"), "reason", "Sama"));
        changing()
                .body(Map.of("priority", 9, "reason", "Simpang besar"))
                .put("/api/v1/tickets/" + tickets.get("urgent") + "/priority")
                .then()
                .statusCode(200);
        post(tickets.get("verified"), "verification", Map.of("outcome", "GENUINE", "reason", "Ditelepon"));
        events.assessment((String) reports.get("assessed").get("callId"), 1, 0.25, true);
        as("operator1")
                .put("/api/v1/tickets/%s/related/%s?reason=x"
                        .formatted(tickets.get("related"), tickets.get("untouched")))
                .then()
                .statusCode(200);
        command("over", AGENCY, tickets, Map.of("action", "CLOSE"));
        command("over", "polres", tickets, Map.of("action", "CLOSE"));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> read(tickets.get("assessed")).has("assessment"));

        Map<String, JsonNode> present = new TreeMap<>();
        tickets.forEach((what, id) -> present.put(what, read(id)));
        try (Topic topic = Topic.ofAgency(AGENCY)) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertEquals(present, last(topic, tickets)));
        }
        assertEquals(
                "ResourcesAssigned",
                present.get("accepted").at("/assignment/status").asText());
    }

    private static Map<String, String> opened(Map<String, Map<String, Object>> reports) {
        Map<String, String> tickets = new TreeMap<>();
        try (Topic topic = Topic.tickets()) {
            reports.values().forEach(report -> {
                report.put("reporter", Events.sealed("Siti", "+6281200000001"));
                events.report(report);
            });
            reports.forEach((what, report) -> tickets.put(
                    what,
                    topic.awaitOne(node -> node.path("reportId").asText().equals(report.get("reportId")))
                            .path("ticketId")
                            .asText()));
        }
        return tickets;
    }

    private static void command(String what, String agency, Map<String, String> tickets, Map<String, String> action) {
        Map<String, String> command = new TreeMap<>(action);
        command.put("commandId", UUID.randomUUID().toString());
        command.put("at", Instant.now().toString());
        as(agency + "1")
                .contentType("application/json")
                .body(command)
                .post("/api/v1/tickets/" + tickets.get(what) + "/commands")
                .then()
                .statusCode(200);
    }

    /** The last record of each of these tickets, by what was done with it. */
    private static Map<String, JsonNode> last(Topic topic, Map<String, String> tickets) {
        Map<String, JsonNode> newest = topic.present();
        Map<String, JsonNode> last = new TreeMap<>();
        tickets.forEach((what, id) -> {
            if (newest.containsKey(id)) {
                last.put(what, unchanged(newest.get(id)));
            }
        });
        return last;
    }

    private static JsonNode read(String ticket) {
        return unchanged(Events.json(as(AGENCY + "1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray()));
    }

    /** Without what made it change, which is only told. */
    private static JsonNode unchanged(JsonNode view) {
        return ((ObjectNode) view).without("change");
    }

    private static void post(String ticket, String what, Map<String, Object> body) {
        changing()
                .body(body)
                .post("/api/v1/tickets/" + ticket + "/" + what)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification changing() {
        return as("operator1").header("If-Match", "\"1\"").contentType("application/json");
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
