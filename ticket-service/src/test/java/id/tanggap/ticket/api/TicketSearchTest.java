package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TicketSearchTest extends OnStack {

    private static String word;
    private static JsonPath ticket;

    @Inject
    Database database;

    @BeforeEach
    void openOneFire() {
        if (ticket == null) {
            word = "cari" + UUID.randomUUID().toString().substring(0, 8);
            Map<String, Object> report = Events.report("FIRE");
            report.put(
                    "text",
                    word + ": Gudang mebel terbakar, api merambat ke rumah-rumah warga di RT.03/RW.02! Mobil 2E9DD "
                            + "k".repeat(3000));
            report.put(
                    "location",
                    Map.of("lat", -6.6321, "lon", 110.7124, "address", "Jl. Soekarno-Hatta 17", "desa", "Mantingan"));
            String id = Opened.ticketOf(events, report);
            ticket = as("operator1").get("/api/v1/tickets/" + id).jsonPath();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "gudang mebel, 1",
        "kebakaran, 1",
        "membakar, 1",
        "GUDANG meb, 1",
        "gud mebel, 0",
        "gudang m, 1",
        "gudang merambat, 1",
        "gudang merambatk, 0",
        "gudang kkkkkkkkkkkkkkkkkkkk, 1",
        "gudang kkkkkkkkkkkkkkkkkkkkkkkkk, 1",
        "kkkkkkkkkkkkkkkkkkkkkkkkk gudang, 0",
        "gudang #status, 0",
        "gudang ^geda, 0",
        "api gudang, 1",
        "rumah warga, 1",
        "rt 03 rw 02, 1",
        "rt.03/rw.02, 1",
        "soekarno 17, 1",
        "2e9dd, 1",
        "2e9dd gudang, 1",
        "2e9, 1",
        "mantingan, 1",
        "gudang beras, 0",
        "udang, 0",
        "'gudang'' | ''x', 0",
        "!gudang, 1",
        "'gudang:* & <-> (', 1"
    })
    void words_are_found_as_written_in_other_forms_and_the_last_by_its_beginning(String asked, int found) {
        search("q", word + " " + asked, found);
    }

    @Test
    void a_number_is_found_whole_and_in_parts() {
        String number = ticket.getString("number");

        assertEquals(List.of(ticket.getString("ticketId")), ids(as("operator1").get("/api/v1/tickets?q=" + number)));
        search("q", word + " " + number.substring(number.lastIndexOf('-') + 1), 1);
    }

    @Test
    void a_list_is_narrowed_by_area_and_time() {
        String kecamatan = ticket.getString("area.kecamatan.code");
        Instant opened = Instant.parse(ticket.getString("openedAt"));

        search("area", kecamatan, 1);
        search("area", ticket.getString("area.desa.code"), 1);
        search("area", "33.20.10", 0);
        search("from", opened.minusMillis(1).toString(), 1);
        search("from", opened.plusMillis(1).toString(), 0);
        search("to", opened.plusMillis(1).toString(), 1);
        search("to", opened.minusMillis(1).toString(), 0);
        search("from", "2020-01-01T00:00:00+07:00", 1);
    }

    @Test
    void what_becomes_of_a_ticket_is_found_at_once() {
        Map<String, Object> report = Events.report("FIRE");
        String own = "cari" + UUID.randomUUID().toString().substring(0, 8);
        report.put("text", own);
        String id = Opened.ticketOf(events, report);

        as("damkar1")
                .contentType("application/json")
                .body(Map.of(
                        "commandId", UUID.randomUUID(),
                        "action", "REFER",
                        "referTo", "bpbd",
                        "at", Instant.now().toString(),
                        "note", "Bukan kami"))
                .post("/api/v1/tickets/" + id + "/commands")
                .then()
                .statusCode(200);

        assertEquals(List.of(id), ids(as("bpbd1").get("/api/v1/tickets?q=" + own)));
    }

    /** The newest of many, the newest of as many that are all of long ago, and pages. */
    @Test
    void the_newest_of_many_come_first_wherever_they_lie() {
        String prefix = "BANYAK" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        ManyTickets many = new ManyTickets(database, prefix);
        many.add(12_100, 10, Instant.now().minus(Duration.ofHours(1)));
        try {
            Map<Map<String, String>, String> categoryOf = Map.of(
                    Map.of("q", prefix + " kebakaran"), "FIRE",
                    Map.of("q", prefix, "category", "WASTE"), "WASTE",
                    Map.of("q", prefix), "%");
            categoryOf.forEach((asked, category) -> {
                String expected = database.text(
                        "select string_agg(id::text, ',') from (select id from ticket where number like ? || '-%' and category"
                                + " like ? order by id desc limit 5) as newest",
                        prefix, category);
                JsonPath page = list(asked, Map.of("limit", 3));
                List<String> pages = new ArrayList<>(page.getList("items.ticketId"));
                pages.addAll(list(asked, Map.of("limit", 2, "cursor", page.getString("next")))
                        .getList("items.ticketId"));
                assertEquals(expected, String.join(",", pages), asked.toString());
            });
            database.execute(
                    "update ticket_search set document = document || 'purba'::tsvector from ticket t where t.id = ticket_id"
                            + " and number like ? || '-%' and substring(number from '[0-9]+$')::integer > 11000",
                    prefix);
            assertEquals(
                    prefix + "-11001",
                    list(Map.of("q", "purba " + prefix), Map.of("limit", 1)).getString("items[0].number"));
        } finally {
            many.remove();
        }
    }

    @ParameterizedTest
    @CsvSource({"area=Jepara, area", "from=kemarin, from", "to=-999999999-01-01T00:00:00Z, to"})
    void a_wrong_parameter_is_named(String parameter, String field) {
        as("operator1")
                .get("/api/v1/tickets?" + parameter)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field));
    }

    private static JsonPath list(Map<String, ?> asked, Map<String, ?> part) {
        return as("operator1")
                .queryParams(asked)
                .queryParams(part)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void search(String name, String value, int found) {
        var request = as("damkar1").queryParam(name, value);
        if (!name.equals("q")) {
            request.queryParam("q", word);
        }
        assertEquals(found, ids(request.get("/api/v1/tickets")).size(), name + " " + value);
    }

    private static List<String> ids(io.restassured.response.Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath().getList("items.ticketId");
    }
}
