package id.tanggap.notification;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Logs;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency keeps its own officers and their shifts; nobody else sees them. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class RosterFlowTest {

    private static final Map<String, Object> DEWI = Map.of(
            "name",
            "Dewi Anggraini",
            "contacts",
            List.of(
                    Map.of("kind", "WHATSAPP", "address", "+6281300000007"),
                    Map.of("kind", "EMAIL", "address", "dewi@bpbd.example.go.id")));

    @AfterEach
    void close() {
        Database.update("delete from officer");
    }

    @Test
    void an_officer_is_kept_sealed_edited_by_version_and_removed_with_all_shifts() {
        try (Logs logs = new Logs()) {
            String id = officer();
            assertFalse(Database.column("select sealed_person from officer")
                    .toString()
                    .contains("Dewi"));
            String path = "/api/v1/officers/" + id;
            Api.as("bpbd1")
                    .get(path)
                    .then()
                    .header("ETag", "\"1\"")
                    .body("name", is("Dewi Anggraini"))
                    .body("contacts.kind", is(List.of("WHATSAPP", "EMAIL")))
                    .body("contacts[0].address", is("+6281300000007"));
            Map<String, Object> other =
                    Map.of("name", "Dewi", "contacts", List.of(Map.of("kind", "VOICE", "address", "+6281300000008")));
            Api.as("bpbd1")
                    .header("If-Match", "\"1\"")
                    .body(other)
                    .put(path)
                    .then()
                    .statusCode(200);
            Api.as("bpbd1")
                    .header("If-Match", "\"1\"")
                    .body(other)
                    .put(path)
                    .then()
                    .statusCode(412);
            Api.as("bpbd1").body(other).put(path).then().statusCode(428);
            shift(id, "2026-03-01T21:00", "2026-03-02T07:00", 201);

            Api.as("bpbd1").delete(path).then().statusCode(204);

            Api.as("bpbd1").get(path).then().statusCode(404);
            assertEquals(List.of(), Database.column("select 1 from shift"));
            assertFalse(logs.lines().toString().contains("Dewi"));
            assertFalse(logs.lines().toString().contains("8130000000"));
        }
    }

    @Test
    void duty_is_planned_in_wib_and_asked_for_at_any_moment() {
        String dewi = officer();
        String budi = officer();
        shift(dewi, "2026-03-01T21:00", "2026-03-02T07:00", 201);
        shift(dewi, "2026-03-02T06:59", "2026-03-02T12:00", 409);
        shift(dewi, "2026-03-02T07:00", "2026-03-02T12:00", 201);
        shift(budi, "2026-03-02T06:00", "2026-03-02T14:00", 201);

        assertEquals(List.of(), onDuty("2026-03-01T13:59:59Z"));
        assertEquals(List.of(dewi), onDuty("2026-03-01T14:00:00Z"));
        assertEquals(List.of(dewi, budi), onDuty("2026-03-01T23:30:00Z"));
        assertEquals(List.of(budi, dewi), onDuty("2026-03-02T00:00:00Z"));
        assertEquals(List.of(budi), onDuty("2026-03-02T05:00:00Z"));
        assertEquals(List.of(), onDuty("2026-03-02T07:00:00Z"));
        var plan = Api.as("bpbd1")
                .get("/api/v1/shifts?from=2026-03-02&to=2026-03-02")
                .then()
                .statusCode(200)
                .body("items.from", is(List.of("2026-03-01T21:00:00", "2026-03-02T06:00:00", "2026-03-02T07:00:00")))
                .extract()
                .jsonPath();
        Api.as("bpbd1")
                .delete("/api/v1/shifts/" + plan.getString("items[0].shiftId"))
                .then()
                .statusCode(204);
        assertEquals(List.of(), onDuty("2026-03-01T14:00:00Z"));
    }

    @Test
    void another_agency_sees_none_of_it_and_plans_nothing_with_it() {
        String id = officer();
        String shift = shift(id, "2026-03-01T21:00", "2026-03-02T07:00", 201);

        Api.as("pdam1").get("/api/v1/officers").then().body("items.size()", is(0));
        Api.as("pdam1").get("/api/v1/officers/" + id).then().statusCode(404);
        Api.as("pdam1")
                .header("If-Match", "\"1\"")
                .body(DEWI)
                .put("/api/v1/officers/" + id)
                .then()
                .statusCode(404);
        Api.as("pdam1").delete("/api/v1/officers/" + id).then().statusCode(404);
        Api.as("pdam1")
                .body(Map.of("officerId", id, "from", "2026-03-03T21:00", "to", "2026-03-04T07:00"))
                .post("/api/v1/shifts")
                .then()
                .statusCode(404);
        Api.as("pdam1").delete("/api/v1/shifts/" + shift).then().statusCode(404);
        Api.as("pdam1")
                .get("/api/v1/shifts?from=2026-03-01&to=2026-03-02")
                .then()
                .body("items.size()", is(0));
        Api.as("pdam1").get("/api/v1/duty?at=2026-03-01T14:00:00Z").then().body("items.size()", is(0));
        for (String path : List.of("/api/v1/officers", "/api/v1/shifts", "/api/v1/duty")) {
            Api.as("ops1").get(path).then().statusCode(403);
            Api.as("supervisor1").get(path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "officers|{\"contacts\":[]}|name,contacts",
                "officers|{\"name\":\"A\",\"contacts\":[]}|contacts",
                "officers|{\"name\":\"A\",\"contacts\":[{\"kind\":\"PIGEON\",\"address\":\"x\"}]}|contacts[0].kind",
                "officers|{\"name\":\"A\",\"contacts\":[{\"kind\":\"SMS\",\"address\":\"0812\"}]}|contacts[0].address",
                "officers|{\"name\":\"A\",\"contacts\":[{\"kind\":\"EMAIL\",\"address\":\"a@b\\r\\nc.d\"}]}|contacts[0].address",
                "officers|{\"name\":\"a\\u0000b\",\"contacts\":[{\"kind\":\"EMAIL\",\"address\":\"a@b.c\"}]}|name",
                "shifts|{\"officerId\":\"7\",\"from\":\"2026-03-01T21:00\",\"to\":\"2026-03-02T21:00\"}|officerId",
                "shifts|{\"officerId\":\"019713a0-1111-7aaa-8bbb-0123456789ab\",\"from\":\"2026-03-01T21:00\",\"to\":\"2026-03-01T20:00\"}|to",
                "shifts|{\"officerId\":\"019713a0-1111-7aaa-8bbb-0123456789ab\",\"from\":\"+99999-03-01T21:00\",\"to\":\"+99999-03-01T22:00\"}|from",
            })
    void what_makes_no_sense_is_named(String what, String body, String fields) {
        var faults = Api.as("bpbd1")
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("errors.field", String.class);
        assertEquals(
                List.of(fields.split(",")).stream().sorted().toList(),
                faults.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "shifts?to=2026-03-02, from",
        "shifts?from=2026-03-01&to=today, to",
        "shifts?from=2026-03-02&to=2026-03-01, to",
        "duty?at=noon, at",
    })
    void a_bad_parameter_is_named(String path, String field) {
        Api.as("bpbd1").get("/api/v1/" + path).then().statusCode(400).body("errors[0].field", is(field));
    }

    private static String officer() {
        return Api.as("bpbd1")
                .body(DEWI)
                .post("/api/v1/officers")
                .then()
                .statusCode(201)
                .extract()
                .path("officerId");
    }

    private static String shift(String officer, String from, String to, int status) {
        return Api.as("bpbd1")
                .body(Map.of("officerId", officer, "from", from, "to", to))
                .post("/api/v1/shifts")
                .then()
                .statusCode(status)
                .extract()
                .path("shiftId");
    }

    private static List<String> onDuty(String at) {
        return Api.as("bpbd1")
                .get("/api/v1/duty?at=" + at)
                .then()
                .statusCode(200)
                .extract()
                .path("items.officer.officerId");
    }
}
