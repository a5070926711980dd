package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static id.tanggap.ticket.support.Reference.category;
import static id.tanggap.ticket.support.Reference.create;
import static id.tanggap.ticket.support.Reference.newCode;
import static id.tanggap.ticket.support.Reference.part;
import static id.tanggap.ticket.support.Reference.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CategoryEditingTest extends OnStack {

    @Inject
    Database database;

    @Test
    void who_changed_what_and_when_is_there_to_be_read() {
        String code = create();
        String path = "/api/v1/categories/" + code;
        Map<String, Object> body = category();
        body.put("priority", 9);
        body.put("parent", "FIRE_RESCUE");
        body.put("reason", "Rapat koordinasi 3 Juni");
        put(path, "If-Match", "\"1\"", body)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("priority", equalTo(9))
                .body("parent", equalTo("FIRE_RESCUE"))
                .body("serviceLevel.onScene", equalTo("PT15M"))
                .body("serviceLevel.close", nullValue());

        as("ops1")
                .get(path + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.version", contains(2, 1))
                .body("items[0].by", equalTo("supervisor1"))
                .body("items[0].role", equalTo("supervisor"))
                .body("items[0].at", notNullValue())
                .body("items[0].reason", equalTo("Rapat koordinasi 3 Juni"))
                .body("items[0].before.priority", equalTo(7))
                .body("items[0].after.priority", equalTo(9))
                .body("items[0].after.agencies.agency", contains("damkar", "dinkes"))
                .body("items[1].before", nullValue())
                .body("items[1].after.serviceLevel.accept", equalTo("PT1M"));
        as("supervisor1")
                .get("/api/v1/reference-changes?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void a_history_is_read_in_pages() {
        String code = create();
        for (int version = 1; version <= 3; version++) {
            Map<String, Object> body = category();
            body.put("position", 30_000 + version);
            put("/api/v1/categories/" + code, "If-Match", "\"" + version + "\"", body)
                    .statusCode(200);
        }
        List<Integer> read = new ArrayList<>();
        String cursor = "";
        do {
            var page = as("supervisor1")
                    .get("/api/v1/categories/" + code + "/history?limit=3" + cursor)
                    .jsonPath();
            read.addAll(page.getList("items.version"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);

        assertEquals(List.of(4, 3, 2, 1), read);
    }

    @Test
    void the_same_edit_again_changes_nothing_and_is_answered_the_same() {
        String code = create();
        String path = "/api/v1/categories/" + code;
        put(path, "If-None-Match", "*", category()).body("version", equalTo(1));
        Map<String, Object> body = category();
        body.put("agencies", List.of(part("dinkes", "SUPPORT"), part("polres", "SUPPORT"), part("damkar", "LEAD")));
        put(path, "If-Match", "\"1\"", body).statusCode(200).body("version", equalTo(2));

        put(path, "If-Match", "\"1\"", body).statusCode(200).body("version", equalTo(2));
        assertEquals(2, database.count("reference_change where code = ?", code));
    }

    @Test
    void who_comes_too_late_overwrites_nothing() {
        String code = create();
        String path = "/api/v1/categories/" + code;
        Map<String, Object> first = category();
        first.put("priority", 2);
        put(path, "If-Match", "\"1\"", first).statusCode(200);
        Map<String, Object> late = category();
        late.put("priority", 3);

        put(path, "If-Match", "\"1\"", late)
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:stale-version"));
        put(path, "If-None-Match", "*", late).statusCode(412);
        as("operator1").get(path).then().header("ETag", "\"2\"").body("priority", equalTo(2));
    }

    @Test
    void of_edits_at_the_same_time_one_counts() throws Exception {
        String code = create();
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Map<String, Object> body = category();
            body.put("position", 100 + i);
            edits.add(() -> put("/api/v1/categories/" + code, "If-Match", "\"1\"", body)
                    .extract()
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(edits.size())) {
            for (Future<Integer> answer : threads.invokeAll(edits)) {
                answers.add(answer.get());
            }
        }

        assertEquals(1, Collections.frequency(answers, 200));
        assertEquals(7, Collections.frequency(answers, 412));
        assertEquals(2, database.count("reference_change where code = ?", code));
    }

    @Test
    void two_groups_cannot_be_put_below_each_other_at_the_same_time() throws Exception {
        String one = create();
        String other = create();
        List<Callable<Integer>> edits = List.of(() -> below(one, other), () -> below(other, one));
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> answer : threads.invokeAll(edits)) {
                answers.add(answer.get());
            }
        }

        Collections.sort(answers);
        assertEquals(List.of(200, 400), answers);
    }

    @Test
    void what_was_written_down_is_not_altered() {
        String code = create();

        assertThrows(
                IllegalStateException.class,
                () -> database.execute("update reference_change set changed_by = 'x' where code = ?", code));
        assertThrows(
                IllegalStateException.class,
                () -> database.execute("delete from reference_change where code = ?", code));
    }

    @Test
    void a_ticket_keeps_what_it_had_and_the_next_one_has_what_is_now() {
        String code = create();
        String ticket = Opened.ticketOf(events, Events.report(code));
        Map<String, Object> body = category();
        body.put("label", Map.of("id", "Lain", "en", "Other"));
        body.put("priority", 3);
        body.put("serviceLevel", Map.of("accept", "PT2M"));
        body.put("agencies", List.of(part("bpbd", "LEAD")));
        put("/api/v1/categories/" + code, "If-Match", "\"1\"", body).statusCode(200);
        String next = Opened.ticketOf(events, Events.report(code));

        as("operator1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("categoryLabel.id", equalTo("Uji"))
                .body("priority", equalTo(7))
                .body("serviceLevel.onScene", equalTo("PT15M"))
                .body("assignments.agency", contains("damkar", "dinkes"));
        as("operator1")
                .get("/api/v1/tickets/" + next)
                .then()
                .body("categoryLabel.id", equalTo("Lain"))
                .body("priority", equalTo(3))
                .body("serviceLevel", equalTo(Map.of("accept", "PT2M")))
                .body("assignments.agency", contains("bpbd"));
    }

    @Test
    void a_category_out_of_use_is_not_offered_and_its_reports_reach_the_centre() {
        String code = create();
        String old = Opened.ticketOf(events, Events.report(code));
        Map<String, Object> body = category();
        body.put("active", false);
        put("/api/v1/categories/" + code, "If-Match", "\"1\"", body).statusCode(200);
        String ticket = Opened.ticketOf(events, Events.report(code));

        as("operator1").get("/api/v1/categories").then().body("code", not(hasItem(code)));
        as("operator1").get("/api/v1/categories?inactive=true").then().body("code", hasItem(code));
        as("operator1")
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("category", equalTo(code))
                .body("categoryLabel.id", equalTo("Uji"))
                .body("assignments.agency", contains("pusat"));
        as("damkar1").get("/api/v1/tickets/" + old).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator1", "damkar1", "ops1"})
    void only_a_supervisor_edits(String user) {
        as(user).header("If-None-Match", "*")
                .contentType("application/json")
                .body(category())
                .put("/api/v1/categories/" + newCode())
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator1", "damkar1"})
    void an_operator_or_agency_reads_no_history(String user) {
        as(user).get("/api/v1/categories/FIRE/history").then().statusCode(403);
        as(user).get("/api/v1/reference-changes").then().statusCode(403);
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "priority     | 11                       | priority",
                "priority     | -1                       | priority",
                "priority     | null                     | priority",
                "emergency    | null                     | emergency",
                "emergency    | \"yes\"                  | emergency",
                "active       | null                     | active",
                "label        | {\"id\":\" \",\"en\":\"x\"} | label.id",
                "agencies     | []                       | agencies",
                "agencies     | [null]                   | agencies[0]",
                "agencies     | [{\"agency\":\"nobody\",\"role\":\"LEAD\",\"reporterNeeded\":true}] | agencies[0].agency",
                "agencies     | [{\"agency\":\"damkar\",\"role\":\"BOSS\",\"reporterNeeded\":true}] | agencies[0].role",
                "agencies     | [{\"agency\":\"damkar\",\"role\":\"LEAD\"}] | agencies[0].reporterNeeded",
                "agencies     | [{\"agency\":\"damkar\",\"role\":\"LEAD\",\"reporterNeeded\":true},{\"agency\":\"bpbd\",\"role\":\"LEAD\",\"reporterNeeded\":true}] | agencies[1].role",
                "parent       | \"NOWHERE\"              | parent",
                "parent       | \"SELF\"                 | parent",
                "serviceLevel | null                     | serviceLevel",
                "serviceLevel | {\"accept\":\"soon\"}     | serviceLevel.accept",
                "serviceLevel | {\"accept\":\"PT9M\",\"onScene\":\"PT8M\"} | serviceLevel.onScene",
                "position     | 40000                    | position"
            })
    void the_field_at_fault_is_named(String field, String value, String fault) throws Exception {
        String code = create();
        Map<String, Object> body = category();
        body.put(field, Events.JSON.readTree(value.replace("SELF", code)));

        put("/api/v1/categories/" + code, "If-Match", "\"1\"", Events.JSON.writeValueAsString(body))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(fault));
    }

    @Test
    void a_group_in_use_is_not_taken_out_of_use() {
        var group = as("supervisor1").get("/api/v1/categories/SEA").jsonPath();
        Map<String, Object> body = category();
        body.put("active", false);

        put("/api/v1/categories/SEA", "If-Match", "\"" + group.getLong("version") + "\"", body)
                .statusCode(400)
                .body("errors[0].field", equalTo("active"))
                .body("detail", org.hamcrest.Matchers.containsString("SEA_ACCIDENT"));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "If-Match, 1, 400",
        "If-Match, *, 400",
        "If-Match, W/\"1\", 400",
        "If-None-Match, \"1\", 400",
        "If-Match, \"1\", 404",
        "X-Nothing, x, 428"
    })
    void no_edit_is_blind(String header, String value, int status) {
        put("/api/v1/categories/" + newCode(), header, value.replace("'", "\""), category())
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void a_code_is_of_capitals() {
        put("/api/v1/categories/fire", "If-None-Match", "*", category())
                .statusCode(400)
                .body("errors[0].field", equalTo("code"));
        RestAssured.given()
                .contentType("application/json")
                .body(category())
                .put("/api/v1/categories/X1")
                .then()
                .statusCode(401);
    }

    private static int below(String code, String parent) {
        Map<String, Object> body = category();
        body.put("parent", parent);
        return put("/api/v1/categories/" + code, "If-Match", "\"1\"", body)
                .extract()
                .statusCode();
    }
}
