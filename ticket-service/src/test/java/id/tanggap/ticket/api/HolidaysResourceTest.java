package id.tanggap.ticket.api;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Reference;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HolidaysResourceTest extends OnStack {

    private static final Map<String, Object> LEAVE =
            Map.of("label", Map.of("id", "Libur uji", "en", "Test holiday"), "kind", "COLLECTIVE_LEAVE");

    @Test
    void those_of_2026_are_the_decrees() {
        as("pdam1")
                .get("/api/v1/holidays?year=2026")
                .then()
                .statusCode(200)
                .body("findAll { it.kind == 'NATIONAL' }", hasSize(17))
                .body("findAll { it.kind == 'COLLECTIVE_LEAVE' }", hasSize(8))
                .body("day", hasItems("2026-03-21", "2026-08-17"))
                .body("day", not(hasItem("2027-01-01")));
    }

    @Test
    void a_supervisor_enters_changes_and_takes_one_away_on_the_record() {
        String path = "/api/v1/holidays/2031-02-03";
        Reference.put(path, "If-None-Match", "*", LEAVE).statusCode(201).body("version", equalTo(1));
        Reference.put(path, "If-Match", "\"1\"", Map.of("label", LEAVE.get("label"), "kind", "NATIONAL"))
                .statusCode(200)
                .body("version", equalTo(2));
        Reference.put(path, "If-Match", "\"1\"", LEAVE).statusCode(412);
        as("supervisor1").header("If-Match", "\"2\"").delete(path).then().statusCode(204);

        as("operator1").get(path).then().statusCode(404);
        as("supervisor1")
                .get(path + "/history")
                .then()
                .body("items", hasSize(3))
                .body("items[0].after", nullValue())
                .body("items[0].kind", equalTo("HOLIDAY"))
                .body("items[1].before.kind", equalTo("COLLECTIVE_LEAVE"));
        Reference.put(path, "If-None-Match", "*", LEAVE).statusCode(201).body("version", equalTo(4));
    }

    @Test
    void what_is_no_day_or_not_ones_to_change_is_refused() {
        Reference.put("/api/v1/holidays/2026-02-30", "If-None-Match", "*", LEAVE)
                .statusCode(400)
                .body("errors.field", hasItem("day"));
        Reference.put("/api/v1/holidays/2031-01-01", "If-None-Match", "*", Map.of("kind", "NATIONAL"))
                .statusCode(400)
                .body("errors.field", hasItem("label"));
        as("operator1")
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(LEAVE)
                .put("/api/v1/holidays/2031-01-01")
                .then()
                .statusCode(403);
    }

    @Test
    void a_new_holiday_stops_the_clocks_of_offices_that_are_running() {
        String ticket = Opened.ticketOf(events, Events.report("WASTE"));
        Instant due = due(ticket);
        LocalDate day = LocalDate.ofInstant(due, ZoneId.of("Asia/Jakarta"));
        Reference.put("/api/v1/holidays/" + day, "If-None-Match", "*", LEAVE).statusCode(201);
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> !due(ticket).isBefore(due.plus(Duration.ofHours(12))));
        } finally {
            String version = as("operator1").get("/api/v1/holidays/" + day).header("ETag");
            as("supervisor1")
                    .header("If-Match", version)
                    .delete("/api/v1/holidays/" + day)
                    .then()
                    .statusCode(204);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> due(ticket).equals(due));
    }

    private static Instant due(String ticket) {
        return Instant.parse(
                as("operator1").get("/api/v1/tickets/" + ticket).jsonPath().getString("assignments[0].due.at"));
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
