package id.tanggap.ticket.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TicketsResourceTest extends OnStack {

    private static Map<String, Object> report;
    private static String ticket;

    @BeforeEach
    void openOneFire() {
        if (ticket == null) {
            report = Events.report("FIRE");
            report.put("reporter", Events.sealed("Siti", "+6281200000001"));
            ticket = Opened.ticketOf(events, report);
        }
    }

    @ParameterizedTest(name = "{0} sees a fire: {1}, its reporter: {2}")
    @CsvSource({
        "damkar1, 200, true",
        "officer1, 200, true",
        "dinkes1, 200, false",
        "polres1, 200, false",
        "bpbd1, 404, false",
        "pdam1, 404, false",
        "pln1, 404, false",
        "dpupr1, 404, false",
        "dishub1, 404, false",
        "dlh1, 404, false",
        "dinsos1, 404, false",
        "satpolpp1, 404, false",
        "diskominfo1, 404, false",
        "pusat1, 404, false",
        "operator1, 200, true",
        "supervisor1, 200, true",
        "ops1, 200, false"
    })
    void everybody_sees_what_is_theirs(String user, int status, boolean reporter) {
        var answer = as(user).get("/api/v1/tickets/" + ticket);

        assertEquals(status, answer.statusCode());
        assertEquals(reporter, answer.asString().contains("Siti"));
        assertEquals(reporter, answer.asString().contains("+6281200000001"));
        var found = as(user).get("/api/v1/tickets?limit=200&q=" + report.get("text"));
        assertEquals(200, found.statusCode());
        assertEquals(status == 200 ? 1 : 0, found.jsonPath().getList("items").size());
        assertTrue(!found.asString().contains("Siti"), "no list names reporters");
    }

    @Test
    void an_agency_sees_its_own_part_only() {
        as("dinkes1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .statusCode(200)
                .body("agency", equalTo("dinkes"))
                .body("assignment.role", equalTo("SUPPORT"))
                .body("assignments", nullValue())
                .body("callerRef", nullValue())
                .body("change", nullValue());
    }

    @Test
    void a_foreign_ticket_answers_as_one_that_does_not_exist() {
        var foreign = as("pdam1").get("/api/v1/tickets/" + ticket);
        var nothing = as("pdam1").get("/api/v1/tickets/" + UUID.randomUUID());

        assertEquals(nothing.jsonPath().getString("detail"), foreign.jsonPath().getString("detail"));
        assertEquals(nothing.jsonPath().getString("type"), foreign.jsonPath().getString("type"));
    }

    @Test
    void an_agency_cannot_ask_for_anothers_list() {
        as("pdam1")
                .get("/api/v1/tickets?agency=damkar&limit=200")
                .then()
                .statusCode(200)
                .body("items.agency", everyItem(equalTo("pdam")))
                .body("items.ticketId", not(hasItem(ticket)));
    }

    @Test
    void others_tickets_leave_no_trace_in_an_agencys_pages() {
        String word = "Jejak" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> own = Events.report("WATER");
        own.put("lifeThreat", true);
        own.put("text", word);
        Map<String, Object> foreign = Events.report("FIRE");
        foreign.put("text", word);
        String ownTicket = Opened.ticketOf(events, own);
        Opened.ticketOf(events, foreign);

        as("pdam1")
                .get("/api/v1/tickets?limit=1&q=" + word)
                .then()
                .body("items.ticketId", equalTo(List.of(ownTicket)))
                .body("next", nullValue());
    }

    @Test
    void who_has_no_token_or_no_role_here_is_refused() {
        RestAssured.get("/api/v1/tickets").then().statusCode(401).contentType("application/problem+json");
        RestAssured.given()
                .auth()
                .oauth2(Tokens.client("gateway"))
                .get("/api/v1/tickets")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tanggap:problem:forbidden"));
        as("damkar1").get("/api/v1/call-backs").then().statusCode(403);
        as("operator1")
                .contentType("application/json")
                .body(Map.of())
                .post("/api/v1/tickets/" + ticket + "/commands")
                .then()
                .statusCode(403);
    }

    @Test
    void a_list_is_read_in_pages_without_a_gap_or_a_double() {
        String word = "Halaman" + UUID.randomUUID().toString().substring(0, 8);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> one = Events.report("ANIMAL");
            one.put("lifeThreat", true);
            one.put("text", word + " " + i);
            expected.addFirst(Opened.ticketOf(events, one));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            var page = as("operator1")
                    .get("/api/v1/tickets?limit=2&q=" + word + cursor)
                    .jsonPath();
            read.addAll(page.getList("items.ticketId"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);

        assertEquals(expected, read);
        assertEquals(5, new HashSet<>(read).size());
        as("operator1")
                .get("/api/v1/tickets?status=OPEN&category=ANIMAL&agency=damkar&q=" + word)
                .then()
                .body("items", hasSize(5));
        as("operator1").get("/api/v1/tickets?agency=pdam&q=" + word).then().body("items", hasSize(0));
        as("operator1").get("/api/v1/tickets?status=CLOSED&q=" + word).then().body("items", hasSize(0));
        // A wildcard of the database is a letter like any other.
        as("operator1").get("/api/v1/tickets?q=%25%25").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "status=SHUT, status",
        "category=fire, category",
        "agency=DAMKAR, agency",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=xyz, cursor",
        "q=a, q"
    })
    void a_wrong_parameter_is_named(String parameter, String field) {
        as("operator1")
                .get("/api/v1/tickets?" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors[0].field", equalTo(field));
    }

    static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.user(user));
    }
}
