package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static id.tanggap.ticket.support.Reference.create;
import static id.tanggap.ticket.support.Reference.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AreaRulesResourceTest extends OnStack {

    private static final String RULES = "/api/v1/area-rules/";

    @Test
    void a_rule_decides_from_now_on_in_its_area_until_it_is_removed() {
        String category = create();
        String id = UUID.randomUUID().toString();
        put(RULES + id, "If-None-Match", "*", rule(category)).statusCode(201).header("ETag", "\"1\"");

        expectAgencies(category, "Pakis Aji", "bpbd", "dinkes");
        expectAgencies(category, "Jepara", "damkar", "dinkes");

        as("supervisor1")
                .header("If-Match", "\"1\"")
                .delete(RULES + id + "?reason=Pos baru")
                .then()
                .statusCode(204);
        expectAgencies(category, "Pakis Aji", "damkar", "dinkes");
        as("supervisor1").get(RULES + id).then().statusCode(404);
        as("supervisor1")
                .get(RULES + id + "/history")
                .then()
                .body("items.version", contains(2, 1))
                .body("items[0].after", nullValue())
                .body("items[0].before.area", equalTo("33.20.15"))
                .body("items[0].reason", equalTo("Pos baru"))
                .body("items[1].after.agency", equalTo("bpbd"));
    }

    @Test
    void what_was_removed_may_come_again() {
        String category = create();
        String id = UUID.randomUUID().toString();
        put(RULES + id, "If-None-Match", "*", rule(category)).statusCode(201);
        as("supervisor1").header("If-Match", "\"1\"").delete(RULES + id).then().statusCode(204);

        put(RULES + id, "If-None-Match", "*", rule(category)).statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void who_comes_too_late_changes_and_removes_nothing() {
        String category = create();
        String id = UUID.randomUUID().toString();
        put(RULES + id, "If-None-Match", "*", rule(category)).statusCode(201);
        Map<String, Object> body = rule(category);
        body.put("agency", "satpolpp");
        put(RULES + id, "If-Match", "\"1\"", body).statusCode(200).body("version", equalTo(2));

        as("supervisor1").header("If-Match", "\"1\"").delete(RULES + id).then().statusCode(412);
        as("supervisor1").delete(RULES + id).then().statusCode(428);
        as("operator1").header("If-Match", "\"2\"").delete(RULES + id).then().statusCode(403);
        as("operator1").get(RULES + id).then().body("agency", equalTo("satpolpp"));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({"category, NOWHERE", "area, 33.21.01", "area, Bangsri", "agency, nobody"})
    void the_field_at_fault_is_named(String field, String value) {
        Map<String, Object> body = rule("FIRE");
        body.put(field, value);

        put(RULES + UUID.randomUUID(), "If-None-Match", "*", body)
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void two_rules_may_not_name_two_leads() {
        String category = create();
        put(RULES + UUID.randomUUID(), "If-None-Match", "*", rule(category)).statusCode(201);
        Map<String, Object> other = rule(category);
        other.put("agency", "polres");

        put(RULES + UUID.randomUUID(), "If-None-Match", "*", other)
                .statusCode(400)
                .body("errors[0].field", equalTo("role"));
    }

    @Test
    void the_sea_round_karimunjawa_has_rules_from_the_start() {
        as("operator1")
                .get("/api/v1/area-rules")
                .then()
                .body("findAll { it.category == 'SEA' && it.area == '33.20.10' }.agency", hasItem("polres"))
                .body("id", org.hamcrest.Matchers.everyItem(notNullValue()));
    }

    private static void expectAgencies(String category, String kecamatan, String... agencies) {
        Map<String, Object> report = Events.report(category);
        report.put("location", Map.of("kecamatan", kecamatan));
        as("operator1")
                .get("/api/v1/tickets/" + Opened.ticketOf(events, report))
                .then()
                .body("assignments.agency", contains(agencies));
    }

    private static Map<String, Object> rule(String category) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("category", category);
        body.put("area", "33.20.15");
        body.put("role", "LEAD");
        body.put("agency", "bpbd");
        body.put("reporterNeeded", true);
        return body;
    }
}
