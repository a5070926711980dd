package id.tanggap.ticket.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Schemas;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and tickets as figures, for people and machines. */
@QuarkusTest
class ReportsOutTest extends OnStack {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Inject
    Database database;

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
        SecretReport.open(events, "TIDAL_FLOOD");
        SecretReport.open(events, "MEDICAL");
        String today = LocalDate.now(WIB).toString();
        Response page = as("supervisor1").get("/api/v1/reports/daily?date=" + today);
        page.then().statusCode(200).contentType(startsWith("text/html"));
        assertTrue(page.asString().contains("Laporan harian layanan darurat 112"));
        assertTrue(page.asString().contains("Badan Penanggulangan Bencana Daerah"));
        assertFalse(page.asString().contains(SecretReport.SECRET));

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

    @ParameterizedTest
    @CsvSource({
        "tickets.csv, from",
        "tickets.csv?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "tickets.csv?from=2020-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "daily?date=20-05-2026, date",
        "daily?date=2999-01-01, date",
        "monitoring?date=+1000000-01-01, date"
    })
    void a_wrong_parameter_is_named(String path, String field) {
        as("ops1")
                .get("/api/v1/reports/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().urlEncodingEnabled(false).auth().oauth2(Tokens.user(user));
    }
}
