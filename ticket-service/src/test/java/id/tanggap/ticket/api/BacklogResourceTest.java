package id.tanggap.ticket.api;

import static id.tanggap.ticket.support.AgencyApp.ask;
import static id.tanggap.ticket.support.AgencyApp.command;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the night leaves is seen in the morning, and only that. */
@QuarkusTest
class BacklogResourceTest extends OnStack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NIGHT = Instant.parse("2026-05-20T02:00:00+07:00");
    private static final Instant DAY = Instant.parse("2026-05-20T10:00:00+07:00");

    @Inject
    Database database;

    @Test
    void it_holds_what_came_at_night_and_could_wait_until_an_agency_or_a_person_has_seen_it() {
        String atNight = opened("WATER", NIGHT);
        String less = opened("WASTE", NIGHT.minusSeconds(3600));
        String byDay = opened("WATER", DAY);
        String emergency = opened("FIRE", NIGHT);
        String callBack = callBackOf(NIGHT);

        List<String> listed = walk();

        listed.retainAll(List.of(atNight, less, byDay, emergency, callBack));
        assertEquals(List.of(callBack, atNight, less), listed);
        as("operator1").get("/api/v1/tickets/" + atNight).then().body("afterHours", equalTo(true));
        as("operator1").get("/api/v1/tickets/" + byDay).then().body("afterHours", equalTo(false));

        assertEquals(
                "APPLIED",
                ask("pdam", command(atNight, "ACCEPT")).path("result").asText());
        acknowledge("operator1", less, 200);
        acknowledge("supervisor1", less, 200);
        as("operator1")
                .contentType("application/json")
                .body(Map.of("outcome", "NOT_REACHED"))
                .post("/api/v1/call-backs/" + callBack + "/outcome")
                .then()
                .statusCode(200);

        listed = walk();

        listed.retainAll(List.of(atNight, less, callBack));
        assertEquals(List.of(), listed);
        as("supervisor1")
                .get("/api/v1/tickets/" + less + "/history")
                .then()
                .body("change", contains("OPENED", "ACKNOWLEDGED"))
                .body("[1].actor.name", equalTo("operator1"))
                .body("[1].version", equalTo(1));
    }

    @Test
    void only_the_command_centre_sees_it_and_takes_out_of_it() {
        String byDay = opened("WATER", DAY);

        as("pdam1").get("/api/v1/backlog").then().statusCode(403);
        as("ops1").get("/api/v1/backlog").then().statusCode(403);
        acknowledge("pdam1", byDay, 403);
        acknowledge("operator1", byDay, 404);
        acknowledge("operator1", UUID.randomUUID().toString(), 404);
        as("operator1").get("/api/v1/backlog?limit=0").then().statusCode(400).body("errors.field", hasItem("limit"));
        as("operator1").get("/api/v1/backlog?cursor=x").then().statusCode(400).body("errors.field", hasItem("cursor"));
        as("operator1")
                .get("/api/v1/backlog?limit=500")
                .then()
                .statusCode(200)
                .body("items.ticket.ticketId", not(hasItem(byDay)));
    }

    /** A report of that time, as a process that was killed then has left it. */
    private String opened(String category, Instant receivedAt) {
        var report = Events.report(category);
        database.execute(
                "insert into pending_report (report_id, call_id, report, received_at, due_at) values (?, ?, ?, ?, now())",
                report.get("reportId"),
                report.get("callId"),
                new String(Events.bytes(report), StandardCharsets.UTF_8),
                receivedAt.atOffset(ZoneOffset.UTC));
        await().atMost(PATIENCE).until(() -> database.count("ticket where report_id = ?", report.get("reportId")) == 1);
        return database.text("select id from ticket where report_id = ?", report.get("reportId"));
    }

    private String callBackOf(Instant openedAt) {
        String id = UUID.randomUUID().toString();
        database.execute(
                "insert into callback_task (id, call_id, reason, opened_at, version, after_hours) values (?, ?, 'SILENT', ?, 1, true)",
                UUID.fromString(id),
                "call-" + id,
                openedAt.atOffset(ZoneOffset.UTC));
        return id;
    }

    /** All of it, one by one. */
    private static List<String> walk() {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = as("operator1")
                    .get("/api/v1/backlog?limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            String ticket = page.getString("items[0].ticket.ticketId");
            Optional.ofNullable(ticket)
                    .or(() -> Optional.ofNullable(page.getString("items[0].callBack.taskId")))
                    .ifPresent(ids::add);
            cursor = page.getString("next");
        } while (cursor != null);
        return ids;
    }

    private static void acknowledge(String user, String ticket, int status) {
        as(user).post("/api/v1/backlog/" + ticket + "/acknowledgement").then().statusCode(status);
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
