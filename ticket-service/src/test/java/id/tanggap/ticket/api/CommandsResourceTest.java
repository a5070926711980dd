package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommandsResourceTest extends OnStack {

    private String ticket;

    @BeforeEach
    void openATicketOfTheWaterUtility() {
        Map<String, Object> report = Events.report("WATER");
        report.put("lifeThreat", true);
        ticket = Opened.ticketOf(events, report);
    }

    @Test
    void a_command_is_applied_and_the_same_again_answered_the_same() {
        Map<String, Object> accept = command("ACCEPT");

        post("pdam1", accept).statusCode(200).body("result", equalTo("APPLIED"));
        post("pdam1", command("ENROUTE")).statusCode(200).body("status", equalTo("ResourcesEnroute"));
        post("pdam1", accept).statusCode(200).body("status", equalTo("ResourcesAssigned"));

        as("pdam1").get("/api/v1/tickets/" + ticket).then().body("assignment.status", equalTo("ResourcesEnroute"));
    }

    @Test
    void a_command_id_used_for_something_else_is_a_conflict() {
        Map<String, Object> accept = command("ACCEPT");
        post("pdam1", accept).statusCode(200);
        accept.put("action", "CLOSE");

        post("pdam1", accept).statusCode(409).body("type", equalTo("urn:tanggap:problem:conflict"));
    }

    @ParameterizedTest(name = "another {0}")
    @CsvSource({"at, 2025-05-20T03:00:00Z", "by, Regu 3", "note, lain", "outcome, Lain"})
    void a_command_id_used_with_another_content_is_a_conflict(String field, String other) {
        Map<String, Object> accept = command("ACCEPT");
        accept.put(
                "at",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).plusNanos(123_789).toString());
        accept.put("by", "Regu 2");
        accept.put("note", "catatan");
        accept.put("outcome", "Selesai");
        post("pdam1", accept).statusCode(200);
        post("pdam1", accept).statusCode(200);
        accept.put(field, other);

        post("pdam1", accept).statusCode(409).body("errors[0].field", equalTo("commandId"));
    }

    @Test
    void what_does_not_follow_is_refused_and_changes_nothing() {
        post("pdam1", command("CLOSE")).statusCode(200);
        post("pdam1", command("ACCEPT"))
                .statusCode(409)
                .body("type", equalTo("urn:tanggap:problem:invalid-transition"));

        as("operator1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("version", equalTo(2));
    }

    @Test
    void not_ours_must_name_an_agency() {
        Map<String, Object> refer = command("REFER");
        post("pdam1", refer).statusCode(400).body("errors[0].field", equalTo("referTo"));
        refer.put("referTo", "telkom");
        post("pdam1", refer).statusCode(400).body("errors[0].field", equalTo("referTo"));
        refer.put("referTo", "dpupr");
        post("pdam1", refer).statusCode(200).body("status", equalTo("Cancelled"));
    }

    @Test
    void what_was_found_is_kept_with_the_part() {
        Map<String, Object> close = command("CLOSE");
        close.put("finding", "SOMETHING");
        post("pdam1", close).statusCode(400).body("errors[0].field", equalTo("finding"));
        close.put("finding", "FOUND");
        post("pdam1", close).statusCode(200);

        as("operator1").get("/api/v1/tickets/" + ticket).then().body("assignments[0].finding", equalTo("FOUND"));
    }

    @Test
    void a_foreign_ticket_is_not_found() {
        post("damkar1", command("ACCEPT")).statusCode(404).body("type", equalTo("urn:tanggap:problem:not-found"));
    }

    @Test
    void an_absurd_time_is_refused_by_name() {
        Map<String, Object> tomorrow = command("ACCEPT");
        tomorrow.put("at", Instant.now().plus(Duration.ofDays(1)).toString());
        Map<String, Object> lastYear = command("ACCEPT");
        lastYear.put("at", Instant.now().minus(Duration.ofDays(365)).toString());

        post("pdam1", tomorrow).statusCode(400).body("errors[0].field", equalTo("at"));
        post("pdam1", lastYear).statusCode(400).body("errors[0].field", equalTo("at"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            nullValues = "null",
            value = {"commandId, null", "commandId, 17", "action, null", "action, SHOUT", "at, null", "at, yesterday"})
    void a_wrong_field_is_named(String field, String value) {
        Map<String, Object> command = command("ACCEPT");
        command.put(field, value);

        post("pdam1", command)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by", "note", "outcome"})
    void what_the_database_cannot_hold_is_a_fault_of_its_field(String field) {
        Map<String, Object> command = command("ACCEPT");
        command.put(field, "a\u0000b");

        post("pdam1", command).statusCode(400).body("errors[0].field", equalTo(field));
    }

    @Test
    void a_body_that_is_no_json_or_too_large_is_refused() {
        as("pdam1")
                .contentType("application/json")
                .body("{\"commandId\":")
                .post(path())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:tanggap:problem:malformed-json"));
        as("pdam1")
                .contentType("application/json")
                .body("{\"note\":\"" + "x".repeat(10_000_000) + "\"}")
                .post(path())
                .then()
                .statusCode(413);
    }

    private Map<String, Object> command(String action) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("commandId", UUID.randomUUID().toString());
        command.put("action", action);
        command.put("at", Instant.now().toString());
        return command;
    }

    private ValidatableResponse post(String user, Map<String, Object> command) {
        return as(user).contentType("application/json")
                .body(command)
                .post(path())
                .then();
    }

    private String path() {
        return "/api/v1/tickets/" + ticket + "/commands";
    }
}
