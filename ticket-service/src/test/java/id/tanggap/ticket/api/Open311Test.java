package id.tanggap.ticket.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everybody could be told, as GeoReport v2. */
@QuarkusTest
class Open311Test extends OnStack {

    private static String flood;
    private static String medical;
    private static String number;

    @BeforeEach
    void openAFloodAndAnIllness() {
        if (flood == null) {
            flood = SecretReport.open(events, "TIDAL_FLOOD");
            medical = SecretReport.open(events, "MEDICAL");
            number = as("operator1").get("/api/v1/tickets/" + flood).path("number");
        }
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
        assertFalse(answer.asString().contains(SecretReport.SECRET));
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
        String waste = SecretReport.open(events, "WASTE");
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
        "requests.json?status=shut, status",
        "requests.json?start_date=yesterday, start_date",
        "requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z, end_date"
    })
    void a_wrong_parameter_is_named(String path, String field) {
        as("ops1")
                .get("/open311/v2/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().urlEncodingEnabled(false).auth().oauth2(Tokens.user(user));
    }
}
