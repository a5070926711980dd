package id.tanggap.intake.api;

import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.as;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.gateway;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.report;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes is answered with a problem that names what is wrong, and leaves nothing behind. */
@QuarkusTest
class BadInputTest extends OnStack {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI base;

    @Inject
    Database database;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "callId|null",
                "callId|17",
                "callId|\"\"",
                "callId|\"a b\"",
                "callId|\"../../etc\"",
                "callId|\"a\\u0000b\"",
                "callId|[\"a\"]",
                "from|{\"number\":1}",
                "from|\"0812\\u0000\"",
                "from|\"\\uD83D\"",
                "to|null",
                "to|\" \"",
                "to|\"\\u3000\"",
                "to|\"\\u001C\"",
                "to|112",
                "to|\"1\\u00002\"",
                "startedAt|null",
                "startedAt|\"yesterday\"",
                "startedAt|1747710600",
                "startedAt|\"2025-05-20\"",
                "startedAt|\"2999-01-01T00:00:00Z\"",
                "startedAt|\"1970-01-01T00:00:00Z\"",
                "startedAt|\"+999999999-12-31T23:59:59Z\"",
                "startedAt|\"-999999999-01-01T00:00:00Z\"",
                "location|\"Jepara\"",
                "location|[]",
                "location.lat|null",
                "location.lat|91",
                "location.lat|\"north\"",
                "location.lat|1e400",
                "location.lon|-181",
                "location.radiusM|-1",
                "location.confidence|1.1",
                "location.source|\"a\\u0000\"",
                "location.source|7",
                "location.at|\"2999-01-01T00:00:00Z\"",
                "location.at|\"noon\""
            })
    void of_a_call(String field, String value) {
        String id = newCall();
        refused(gateway(), Api.CALLS, with(call(id), field, value), field);
        nothingIsKnownOf(id);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type|null",
                "type|\"RINGING\"",
                "type|\"answered\"",
                "type|0",
                "at|null",
                "at|\"2999-01-01T00:00:00Z\"",
                "at|\"1999-12-31T23:59:59Z\"",
                "at|0",
                "seq|null",
                "seq|-1",
                "seq|1.5",
                "seq|\"one\"",
                "seq|99999999999",
                "digits|null",
                "digits|\"\"",
                "digits|\"5x\"",
                "digits|55",
                "digits|\"5\\u0000\"",
                "transferredTo|\"a\\u0000\"",
                "transferredTo|[]"
            })
    void of_an_event(String field, String value) {
        String id = newCall();
        refused(gateway(), Api.CALLS + "/" + id + "/events", with(event("DTMF", 1), field, value), field);
        nothingIsKnownOf(id);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "category|null",
                "category|\"fire\"",
                "category|\"F\"",
                "category|\"FIRE-1\"",
                "category|5",
                "text|null",
                "text|\"  \"",
                "text|\"\\u3000\"",
                "text|\"\\u2003\\u001C\\n\"",
                "text|\"a\\u0000b\"",
                "text|\"\\uDE92\"",
                "text|{}",
                "lifeThreat|null",
                "lifeThreat|\"perhaps\"",
                "lifeThreat|1",
                "reporter|\"Siti\"",
                "reporter.name|\"\\u0000\"",
                "reporter.name|5",
                "reporter.contact|\"garbage\"",
                "reporter.contact|\"591234\"",
                "reporter.contact|\"12\"",
                "reporter.contact|81234567890",
                "location|\"Pengkol\"",
                "location.lat|\"x\"",
                "location.lat|-90.5",
                "location.lon|200",
                "location.desa|\"\\u0000\"",
                "location.kecamatan|1"
            })
    void of_a_report(String field, String value) {
        String id = newCall();
        refused(as("operator1"), Api.CALLS + "/" + id + "/report", with(report(), field, value), field);
        nothingIsKnownOf(id);
    }

    @Test
    void texts_that_are_too_long_are_refused_and_the_longest_is_not() {
        String id = announced();
        String path = Api.CALLS + "/" + id + "/report";
        refused(as("operator1"), path, with(report(), "text", quoted("x".repeat(4001))), "text");
        refused(as("operator1"), path, with(report(), "category", quoted("X".repeat(41))), "category");
        refused(gateway(), Api.CALLS, with(call(newCall()), "callId", quoted("x".repeat(129))), "callId");
        // Of three bytes each: it is characters that count.
        Map<String, Object> longest = report();
        longest.put("text", "\u20AC".repeat(4000));
        Api.report(id, longest).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"callId\":\"a\"", "not json", "{\"callId\":\"a\"} x", "[]", "\"call\"", "17", "{'a':1}"})
    void a_body_that_is_no_object_of_json(String body) {
        long before = database.count("phone_call");
        problem(Api.json(gateway(), body).post(Api.CALLS).then())
                .statusCode(400)
                .body("type", equalTo("urn:tanggap:problem:malformed-json"));
        assertEquals(before, database.count("phone_call"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void a_body_that_is_missing(String body) {
        problem(Api.json(gateway(), body).post(Api.CALLS).then())
                .statusCode(400)
                .body("errors.field", hasItem("body"));
    }

    /** Not by RestAssured, which would indent it on the way: the square of its depth. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"x\":"})
    void json_nested_beyond_reason(String opening) throws Exception {
        String id = newCall();
        String deep = "{\"callId\":\"" + id + "\",\"x\":" + opening.repeat(40_000);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(base.resolve(Api.CALLS))
                                .header("Authorization", "Bearer " + Tokens.client("gateway"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(deep))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(deep.length() > 256 * 1024 ? 413 : 400, answer.statusCode(), answer.body());
        nothingIsKnownOf(id);
    }

    @Test
    void ten_megabytes() {
        String id = newCall();
        String big = with(call(id), "filler", quoted("x".repeat(10_000_000)));
        problem(Api.json(gateway(), big).post(Api.CALLS).then())
                .statusCode(413)
                .body("type", equalTo("urn:tanggap:problem:payload-too-large"));
        nothingIsKnownOf(id);
    }

    @Test
    void another_media_type() {
        problem(gateway().contentType("text/plain").body("x").post(Api.CALLS).then())
                .statusCode(415);
        problem(gateway()
                        .contentType("application/xml")
                        .body("<a/>")
                        .post(Api.CALLS)
                        .then())
                .statusCode(415);
    }

    @Test
    void bytes_that_are_no_utf_8() {
        byte[] body = "{\"callId\":\"x\",\"to\":\"?\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        body[body.length - 3] = (byte) 0xFF;
        problem(gateway()
                        .contentType("application/json")
                        .body(body)
                        .post(Api.CALLS)
                        .then())
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%00", "-x", "a%2Fb", "%F0%9F%9A%92"})
    void an_id_in_the_path_that_no_call_can_have(String id) {
        var answer = Api.json(gateway(), event("ANSWERED", 1))
                .urlEncodingEnabled(false)
                .post(Api.CALLS + "/" + id + "/events")
                .then();
        int status = answer.extract().statusCode();
        assertEquals(true, status == 400 || status == 404, "status " + status);
        problem(answer);
    }

    @Test
    void half_a_coordinate() {
        String id = newCall();
        String path = Api.CALLS + "/" + id + "/report";
        refused(as("operator1"), path, with(report(), "location.lat", "null"), "location.lat");
        refused(as("operator1"), path, with(report(), "location.lon", "null"), "location.lon");
        nothingIsKnownOf(id);
    }

    private void refused(RequestSpecification as, String path, String body, String field) {
        problem(Api.json(as, body).post(path).then())
                .statusCode(400)
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors.field", hasItem(field));
    }

    private static ValidatableResponse problem(ValidatableResponse response) {
        return response.contentType("application/problem+json")
                .body(not(containsString("Exception")))
                .body(not(containsString("id.tanggap")));
    }

    private void nothingIsKnownOf(String id) {
        assertEquals(0, database.count("phone_call where call_id = ?", id));
        assertEquals(0, database.count("call_event where call_id = ?", id));
        assertEquals(0, database.count("report where call_id = ?", id));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** The body with this raw JSON at the field's path. */
    private static String with(Map<String, Object> body, String field, String json) {
        ObjectNode whole = JSON.valueToTree(body);
        String marker = "@marker@";
        int dot = field.indexOf('.');
        ObjectNode parent = dot < 0 ? whole : whole.withObject("/" + field.substring(0, dot));
        parent.put(field.substring(dot + 1), marker);
        try {
            return JSON.writeValueAsString(whole).replace('"' + marker + '"', json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
