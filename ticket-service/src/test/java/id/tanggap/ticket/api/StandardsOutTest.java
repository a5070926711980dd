package id.tanggap.ticket.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.CapSchema;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Schemas;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets in the words of others. */
@QuarkusTest
class StandardsOutTest extends OnStack {

    private static final String SECRET =
            "Rahasia" + UUID.randomUUID().toString().substring(0, 8);
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private static String flood;
    private static String number;
    private static String medical;

    @Inject
    Database database;

    @BeforeEach
    void openAFloodAndAnIllness() {
        if (flood == null) {
            flood = open("TIDAL_FLOOD");
            medical = open("MEDICAL");
            number = as("operator1").get("/api/v1/tickets/" + flood).path("number");
        }
    }

    private static String open(String category) {
        Map<String, Object> report = Events.report(category);
        report.put("text", "Rumah " + SECRET);
        report.put("reporter", Events.sealed(SECRET, "+6281200000009"));
        report.put(
                "location", Map.of("lat", -6.5888, "lon", 110.6684, "kecamatan", "Jepara", "address", "Jl. " + SECRET));
        return Opened.ticketOf(events, report);
    }

    @Test
    void a_ticket_is_told_as_an_eido_without_its_reporter() throws Exception {
        Response answer = as("ops1").get("/api/v1/tickets/" + flood + "/eido");

        assertEquals(200, answer.statusCode());
        JsonNode told = Events.JSON.readTree(answer.asString());
        assertEquals(List.of(), Schemas.faults(getClass().getResourceAsStream("/standards/eido.schema.json"), told));
        assertEquals(
                "HAZ",
                told.at("/incidentComponent/incidentTypeCommonRegistryText").asText());
        assertEquals(number, told.at("/incidentComponent/internalIncidentId").asText());
        assertFalse(answer.asString().contains("+62812"), "no reporter");
        as("operator1")
                .accept("application/EmergencyCallData.eido+json")
                .get("/api/v1/tickets/" + flood + "/eido")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/emergencycalldata.eido+json"));
    }

    @Test
    void a_disaster_is_told_as_cap_with_the_outline_of_its_desa() throws Exception {
        Response answer = as("ops1").get("/api/v1/tickets/" + flood + "/cap");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("application/cap+xml"));
        CapSchema.validate(answer.asString());
        assertTrue(answer.asString().contains("<value>33.20.06.1"), "the desa's code");
        assertTrue(answer.asString().contains("<polygon>-6."), "the desa's outline");
        assertFalse(answer.asString().contains(SECRET));
        as("ops1")
                .get("/api/v1/tickets/" + medical + "/cap")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:not-a-disaster"));
    }

    @Test
    void each_state_of_a_disaster_takes_the_place_of_those_before_it() throws Exception {
        String ticket = open("TIDAL_FLOOD");
        XmlPath alert = cap(ticket);
        assertEquals("Alert", alert.getString("alert.msgType"));
        assertEquals(alert.getString("alert.sent"), cap(ticket).getString("alert.sent"));

        AgencyApp.ask("bpbd", AgencyApp.command(ticket, "ACCEPT"));
        XmlPath update = cap(ticket);
        assertEquals("Update", update.getString("alert.msgType"));
        assertEquals(
                "%s,%s,%s"
                        .formatted(
                                alert.getString("alert.sender"),
                                alert.getString("alert.identifier"),
                                alert.getString("alert.sent")),
                update.getString("alert.references"));
        assertNotEquals(alert.getString("alert.identifier"), update.getString("alert.identifier"));

        List<String> agencies = as("operator1").get("/api/v1/tickets/" + ticket).path("assignments.agency");
        for (String agency : agencies) {
            AgencyApp.ask(agency, AgencyApp.command(ticket, "CLOSE"));
        }
        XmlPath cancel = cap(ticket);
        assertEquals("Cancel", cancel.getString("alert.msgType"));
        assertTrue(cancel.getString("alert.references")
                .contains(update.getString("alert.identifier") + "," + update.getString("alert.sent")));
    }

    private static XmlPath cap(String ticket) throws Exception {
        Response answer = as("ops1").get("/api/v1/tickets/" + ticket + "/cap");
        CapSchema.validate(answer.asString());
        return answer.xmlPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eido", "cap"})
    void an_unknown_ticket_and_a_foreign_role_are_refused(String standard) {
        as("ops1")
                .get("/api/v1/tickets/" + UUID.randomUUID() + "/" + standard)
                .then()
                .statusCode(404);
        as("bpbd1").get("/api/v1/tickets/" + flood + "/" + standard).then().statusCode(403);
        RestAssured.get("/api/v1/tickets/" + flood + "/" + standard).then().statusCode(401);
    }

    @Test
    void open311_tells_of_floods_and_not_of_the_ill() {
        as("ops1")
                .get("/open311/v2/services.json")
                .then()
                .statusCode(200)
                .body("service_code", hasItems("FIRE", "TIDAL_FLOOD", "WASTE", "STREET_LIGHT"))
                .body("service_code", not(hasItem("MEDICAL")))
                .body("service_code", not(hasItem("DOMESTIC_VIOLENCE")))
                .body("metadata", everyItem(is(false)));
        as("ops1")
                .get("/open311/v2/services/FIRE.json")
                .then()
                .statusCode(200)
                .body("service_code", equalTo("FIRE"))
                .body("attributes", hasSize(0));
        as("ops1").get("/open311/v2/services/MEDICAL.json").then().statusCode(404);
        String ill = as("operator1").get("/api/v1/tickets/" + medical).path("number");
        as("ops1").get("/open311/v2/requests/" + ill + ".json").then().statusCode(404);
        as("ops1")
                .get("/open311/v2/requests.json?service_request_id=" + number + "," + ill)
                .then()
                .statusCode(200)
                .body("service_request_id", contains(number));
    }

    @Test
    void open311_gives_the_desa_and_not_the_house() {
        Response answer = as("ops1").get("/open311/v2/requests/" + number + ".json");

        answer.then()
                .statusCode(200)
                .body("[0].status", equalTo("open"))
                .body("[0].service_code", equalTo("TIDAL_FLOOD"))
                .body("[0].address", containsString("Kecamatan Jepara"))
                .body("[0].requested_datetime", containsString("+07:00"))
                .body("[0].containsKey('status_notes')", is(true));
        assertFalse(answer.asString().contains(SECRET));
        assertFalse(answer.asString().contains("6.5888"), "coordinates are of the desa");
        assertTrue(Math.abs(answer.jsonPath().getDouble("[0].lat") + 6.5888) < 0.05);
        assertTrue(Math.abs(answer.jsonPath().getDouble("[0].long") - 110.6684) < 0.05);
    }

    @Test
    void open311_speaks_xml() {
        as("ops1")
                .get("/open311/v2/services.xml")
                .then()
                .statusCode(200)
                .contentType("text/xml;charset=utf-8")
                .body("services.service.service_code", hasItem("FIRE"));
        Response one = as("ops1").get("/open311/v2/requests.xml?service_request_id=" + number);
        assertTrue(one.asString().startsWith("<?xml"));
        one.then()
                .body("service_requests.request.service_request_id", equalTo(number))
                .body("service_requests.request.status", equalTo("open"));
        as("ops1").get("/open311/v2/services/FIRE.xml").then().body("service_definition.service_code", equalTo("FIRE"));
    }

    @Test
    void open311_narrows_by_kind_status_and_time() {
        as("ops1")
                .get("/open311/v2/requests.json?service_code=TIDAL_FLOOD,MEDICAL&status=open")
                .then()
                .statusCode(200)
                .body("service_request_id", hasItem(number))
                .body("service_code", everyItem(equalTo("TIDAL_FLOOD")));
        as("ops1")
                .get("/open311/v2/requests.json?service_code=TIDAL_FLOOD&status=closed")
                .then()
                .body("service_request_id", not(hasItem(number)));
        as("ops1")
                .get("/open311/v2/requests.json?end_date=2026-01-01T00:00:00%2B07:00")
                .then()
                .body("service_request_id", not(hasItem(number)));
    }

    @Test
    void a_hoax_is_not_told_to_the_public() {
        String waste = open("WASTE");
        String of = as("operator1").get("/api/v1/tickets/" + waste).path("number");
        as("ops1").get("/open311/v2/requests/" + of + ".json").then().statusCode(200);
        as("operator1")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("outcome", "HOAX", "reason", "Ditelepon kembali"))
                .post("/api/v1/tickets/" + waste + "/verification")
                .then()
                .statusCode(200);
        as("ops1").get("/open311/v2/requests/" + of + ".json").then().statusCode(404);
    }

    @Test
    void open311_is_to_read_and_wants_a_token() {
        as("ops1")
                .contentType("application/x-www-form-urlencoded")
                .body("service_code=FIRE")
                .post("/open311/v2/requests.json")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
        RestAssured.get("/open311/v2/requests.json").then().statusCode(401);
        as("damkar1").get("/open311/v2/requests.json").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/requests.json?status=shut, status",
        "/open311/v2/requests.json?start_date=yesterday, start_date",
        "/open311/v2/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z, end_date",
        "/api/v1/reports/tickets.csv, from",
        "/api/v1/reports/tickets.csv?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/api/v1/reports/tickets.csv?from=2020-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "/api/v1/reports/daily?date=20-05-2026, date",
        "/api/v1/reports/daily?date=2999-01-01, date",
        "/api/v1/reports/monitoring?date=+1000000-01-01, date"
    })
    void a_wrong_parameter_is_named(String path, String field) {
        as("ops1")
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void a_csv_has_every_ticket_of_its_time_once() {
        String prefix = "CSV" + UUID.randomUUID().toString().substring(0, 6);
        var many = new ManyTickets(database, prefix);
        // Where no other test's are, and more than a part of the stream.
        many.add(1201, 5, Instant.parse("2024-03-20T00:00:00Z"));
        try {
            Response answer =
                    as("ops1").get("/api/v1/reports/tickets.csv?from=2024-03-01T00:00:00Z&to=2024-04-01T00:00:00Z");

            answer.then().statusCode(200).contentType(startsWith("text/csv"));
            List<String> lines = answer.asString().lines().toList();
            assertTrue(lines.getFirst().startsWith("number,category,"));
            List<String> numbers = lines.stream()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
            assertEquals(1201, numbers.size());
            assertEquals(1201, new HashSet<>(numbers).size());
            assertEquals(prefix + "-1", numbers.getFirst());
        } finally {
            many.remove();
        }
    }

    @Test
    void a_days_figures_are_told_to_people_and_machines() throws Exception {
        String today = LocalDate.now(WIB).toString();
        Response page = as("supervisor1").get("/api/v1/reports/daily?date=" + today);
        page.then().statusCode(200).contentType(startsWith("text/html"));
        assertTrue(page.asString().contains("Laporan harian layanan darurat 112"));
        assertTrue(page.asString().contains("Badan Penanggulangan Bencana Daerah"));
        assertFalse(page.asString().contains(SECRET));

        Response figures = as("ops1").get("/api/v1/reports/monitoring?date=" + today);
        figures.then()
                .statusCode(200)
                .body("totals.opened", greaterThan(1))
                .body("categories.code", hasItems("TIDAL_FLOOD", "MEDICAL"))
                .body("agencies.find { it.agency == 'bpbd' }.parts", greaterThan(0));
        assertEquals(
                List.of(),
                Schemas.faults(
                        getClass().getResourceAsStream("/META-INF/tanggap/exports/monitoring.daily.v1.schema.json"),
                        Events.JSON.readTree(figures.asString())));
        as("damkar1").get("/api/v1/reports/daily").then().statusCode(403);
        as("operator1").get("/api/v1/reports/monitoring").then().statusCode(403);
    }

    @Test
    void agencies_are_measured_by_the_service_level_of_what_they_lead() {
        String prefix = "DAY" + UUID.randomUUID().toString().substring(0, 6);
        var many = new ManyTickets(database, prefix);
        // One a minute on 10 February 2024, 20 of them fires and 20 animals: Damkar leads both. The newest three are
        // open.
        many.add(100, 3, Instant.parse("2024-02-10T09:00:00Z"));
        try {
            database.execute(
                    "update ticket set accept_seconds = 60 where number like ? || '-%' and category = 'FIRE'", prefix);
            accept(prefix, "FIRE", "id % 2 = 0", 30);
            accept(prefix, "FIRE", "id % 4 = 1", 90);
            accept(prefix, "ANIMAL", "true", 45);
            escalate(prefix, "id % 2 = 1");

            as("ops1")
                    .get("/api/v1/reports/monitoring?date=2024-02-10")
                    .then()
                    .statusCode(200)
                    .body("complete", is(true))
                    .body("totals.opened", equalTo(100))
                    .body("totals.closed", equalTo(97))
                    .body("categories.code", hasItems("FIRE", "WATER"))
                    .body("categories[0].count", equalTo(20))
                    .body("agencies.find { it.agency == 'damkar' }.parts", equalTo(40))
                    .body("agencies.find { it.agency == 'damkar' }.accepted", equalTo(35))
                    .body("agencies.find { it.agency == 'damkar' }.medianAcceptSeconds", equalTo(45))
                    // Animals have no time set here; of the fires five were accepted late and five never.
                    .body("agencies.find { it.agency == 'damkar' }.accept.due", equalTo(20))
                    .body("agencies.find { it.agency == 'damkar' }.accept.kept", equalTo(10))
                    .body("agencies.find { it.agency == 'damkar' }.accept.percent", equalTo(50))
                    .body("agencies.find { it.agency == 'damkar' }.onscene.due", equalTo(0))
                    .body("agencies.find { it.agency == 'damkar' }.escalations", equalTo(10))
                    .body("totals.escalations", equalTo(10));
            as("ops1")
                    .get("/api/v1/reports/daily?date=2024-02-10")
                    .then()
                    .body(containsString("50% (10/20)"))
                    .body(containsString("Sabtu, 10 Februari 2024"));
        } finally {
            many.remove();
        }
    }

    private static final String FIRES =
            """
            (select t.id as ticket, row_number() over (order by t.id) - 1 as id
               from ticket t where t.number like ? || '-%' and t.category = ?) as each on each.ticket = a.ticket_id and WHICH
            """;

    /** Those of a category whose place among them fits were accepted so many seconds after they came. */
    private void accept(String prefix, String category, String which, int seconds) {
        database.execute(
                "update assignment set accepted_at = received_at + ? * interval '1 second' where id in (select a.id from"
                        + " assignment a join " + FIRES.replace("WHICH", which.replace("id", "each.id")) + ")",
                seconds,
                prefix,
                category);
    }

    /** The clock had told of these fires before they were accepted. */
    private void escalate(String prefix, String which) {
        database.execute(
                "insert into escalation select uuidv7(), a.ticket_id, a.id, a.agency, a.received_at, 'ACCEPT', a.received_at,"
                        + " a.received_at, false from assignment a join "
                        + FIRES.replace("WHICH", which.replace("id", "each.id")),
                prefix,
                "FIRE");
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().urlEncodingEnabled(false).auth().oauth2(Tokens.user(user));
    }
}
