package id.tanggap.ticket.api;

import static id.tanggap.ticket.api.TicketsResourceTest.as;
import static id.tanggap.ticket.support.Reference.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AgenciesResourceTest extends OnStack {

    @Test
    void all_thirteen_agencies_are_known() {
        as("ops1")
                .get("/api/v1/agencies")
                .then()
                .statusCode(200)
                .body("", hasSize(14))
                .body("id", hasItems("damkar", "pusat"))
                .body("find { it.id == 'damkar' }.onDuty", equalTo(true))
                .body("find { it.id == 'dpupr' }.standIn", equalTo("bpbd"))
                .body("find { it.id == 'dpupr' }.duty.periods[0].from", equalTo("07:30:00"));
    }

    @Test
    void a_supervisor_sets_duty_hours_and_they_are_on_the_record() {
        Map<String, Object> body = office();
        put("/api/v1/agencies/diskominfo", "If-Match", version("diskominfo"), body)
                .statusCode(200);
        body.put(
                "duty",
                Map.of(
                        "always",
                        false,
                        "onHolidays",
                        true,
                        "periods",
                        List.of(
                                Map.of("day", "SATURDAY", "from", "22:00", "to", "06:00"),
                                Map.of("day", "MONDAY", "from", "07:00", "to", "21:00"))));
        body.put("reason", "Piket malam Minggu");

        put("/api/v1/agencies/diskominfo", "If-Match", version("diskominfo"), body)
                .statusCode(200)
                .body("duty.periods.day", contains("MONDAY", "SATURDAY"))
                .body("standIn", equalTo("polres"));
        as("supervisor1")
                .get("/api/v1/agencies/diskominfo/history")
                .then()
                .body("items[0].kind", equalTo("AGENCY"))
                .body("items[0].by", equalTo("supervisor1"))
                .body("items[0].reason", equalTo("Piket malam Minggu"))
                .body("items[0].before.duty.periods", hasSize(1))
                .body("items[0].after.duty.periods", hasSize(2))
                .body("items[1].reason", nullValue());
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "standIn | \"dlh\"    | standIn",
                "standIn | \"nobody\" | standIn",
                "duty    | {\"always\":false,\"onHolidays\":true,\"periods\":[]} | duty.periods",
                "duty    | {\"always\":false,\"onHolidays\":true,\"periods\":[{\"day\":\"FUNDAY\",\"from\":\"07:00\",\"to\":\"08:00\"}]} | duty.periods[0].day",
                "duty    | {\"always\":false,\"onHolidays\":true,\"periods\":[{\"day\":\"MONDAY\",\"from\":\"7\",\"to\":\"08:00\"}]} | duty.periods[0].from",
                "duty    | {\"always\":false,\"onHolidays\":true,\"periods\":[{\"day\":\"MONDAY\",\"to\":\"08:00\"}]} | duty.periods[0].from",
                "duty    | {\"always\":false,\"periods\":[]} | duty.onHolidays",
                "label   | {\"id\":\"x\"} | label.en"
            })
    void the_field_at_fault_is_named(String field, String value, String fault) throws Exception {
        Map<String, Object> body = office();
        body.put(field, id.tanggap.ticket.support.Events.JSON.readTree(value));

        put(
                        "/api/v1/agencies/diskominfo",
                        "If-Match",
                        version("diskominfo"),
                        id.tanggap.ticket.support.Events.JSON.writeValueAsString(body))
                .statusCode(400)
                .body("errors.field", hasItem(fault));
    }

    @Test
    void an_agency_that_others_rely_on_stays_on_duty() {
        put("/api/v1/agencies/bpbd", "If-Match", version("bpbd"), office())
                .statusCode(400)
                .body("errors.field", hasItem("duty.always"));
    }

    @Test
    void no_agency_is_made_here() {
        put("/api/v1/agencies/kodim", "If-Match", "\"1\"", office()).statusCode(404);
        as("operator1").get("/api/v1/agencies/kodim").then().statusCode(404);
        as("damkar1")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(office())
                .put("/api/v1/agencies/damkar")
                .then()
                .statusCode(403);
    }

    private static String version(String agency) {
        return as("supervisor1").get("/api/v1/agencies/" + agency).header("ETag");
    }

    private static Map<String, Object> office() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("label", Map.of("id", "Dinas Komunikasi dan Informatika", "en", "Communication office"));
        body.put(
                "duty",
                Map.of(
                        "always",
                        false,
                        "onHolidays",
                        false,
                        "periods",
                        List.of(Map.of("day", "MONDAY", "from", "08:00", "to", "16:00"))));
        body.put("standIn", "polres");
        body.put("position", 12);
        return body;
    }
}
