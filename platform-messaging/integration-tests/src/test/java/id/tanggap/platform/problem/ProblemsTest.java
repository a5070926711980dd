package id.tanggap.platform.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ProblemsTest {

    private static final String VALID = "{\"noteId\":\"%s\",\"texts\":[]%s}";

    @ParameterizedTest
    @MethodSource("malformed")
    void a_body_that_cannot_be_read_is_a_problem_naming_the_field(String body, String code, String field) {
        ValidatableResponse response = expectProblem(post(body), 400, code);
        if (field == null) {
            response.body("errors", nullValue());
        } else {
            response.body("errors.field", hasItem(field));
        }
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{", "malformed-json", null),
                Arguments.of("", "validation", "body"),
                Arguments.of("[]", "malformed-json", null),
                Arguments.of("null", "validation", "body"),
                Arguments.of("{\"noteId\":\"a\",\"texts\":[]} trailing", "malformed-json", null),
                Arguments.of("{\"noteId\":5,\"texts\":[]}", "validation", "noteId"),
                Arguments.of("{\"noteId\":\"a\",\"texts\":\"b\"}", "validation", "texts"),
                Arguments.of("{\"noteId\":\"a\",\"texts\":[\"\"]}", "validation", "texts[0]"),
                Arguments.of(VALID.formatted("a", ",\"colour\":\"BLUE\""), "validation", "colour"),
                Arguments.of(VALID.formatted("a", ",\"at\":\"yesterday\""), "validation", "at"),
                Arguments.of(VALID.formatted("a", ",\"at\":1747712345"), "validation", "at"),
                Arguments.of(VALID.formatted("a", ",\"at\":\"1747712345\""), "validation", "at"),
                Arguments.of(VALID.formatted("a", ",\"at\":\"2025-05-20T07:00:00\""), "validation", "at"),
                Arguments.of(VALID.formatted("a", ",\"fail\":\"perhaps\""), "validation", "fail"),
                Arguments.of(VALID.formatted("a", ",\"place\":{\"lat\":\"north\"}"), "validation", "place.lat"),
                Arguments.of(VALID.formatted("a", ",\"place\":{\"lat\":91}"), "validation", "place.lat"),
                Arguments.of(VALID.formatted("a", ",\"place\":{\"lat\":NaN}"), "validation", "place.lat"),
                Arguments.of(VALID.formatted("a", ",\"place\":{\"lat\":1,\"lat\":2}"), "validation", "place.lat"),
                Arguments.of(VALID.formatted("a", ",\"noteId\":\"b\""), "validation", "noteId"),
                Arguments.of(VALID.formatted("a", ",\"weight\":99999999999"), "validation", "weight"),
                Arguments.of(VALID.formatted("x".repeat(21), ""), "validation", "noteId"));
    }

    @Test
    void every_invalid_field_is_named_at_once() {
        expectProblem(post("{\"place\":{}}"), 400, "validation")
                .body("errors.field", hasItems("noteId", "texts", "place.lat"));
    }

    @Test
    void an_enum_problem_lists_what_is_allowed() {
        expectProblem(post(VALID.formatted("a", ",\"colour\":\"BLUE\"")), 400, "validation")
                .body("errors[0].detail", equalTo("must be one of RED, GREEN"));
    }

    @Test
    void unknown_properties_are_passed_over() {
        post(VALID.formatted("a", ",\"invented\":{\"later\":true}")).statusCode(200);
    }

    @Test
    void an_inner_failure_tells_nothing_of_the_inside() {
        expectProblem(post(VALID.formatted("a", ",\"fail\":true")), 500, "internal")
                .body(not(containsString("secret inner detail")))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_large_body_is_refused_before_it_is_read() {
        expectProblem(post("{\"noteId\":\"" + "x".repeat(10_000_000) + "\"}"), 413, "payload-too-large");
    }

    @Test
    void a_large_body_of_unannounced_length_is_refused_as_well_and_a_small_one_read() throws Exception {
        HttpResponse<String> large = postChunked(VALID.formatted("a", ",\"invented\":\"" + "x".repeat(400_000) + "\""));
        HttpResponse<String> small = postChunked(VALID.formatted("a", ",\"invented\":\"" + "x".repeat(40_000) + "\""));

        assertEquals(413, large.statusCode());
        assertTrue(large.body().contains("urn:tanggap:problem:payload-too-large"), large::body);
        assertEquals(200, small.statusCode(), small.body());
    }

    private static HttpResponse<String> postChunked(String body) throws Exception {
        URI address = URI.create("http://localhost:" + RestAssured.port + "/api/v1/notes");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void the_connection_of_a_refused_body_is_closed_though_more_of_it_may_come() throws Exception {
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            client.setSoTimeout(60_000);
            client.getOutputStream()
                    .write(("POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 10000000\r\n\r\n{")
                            .getBytes(UTF_8));

            String answer = new String(client.getInputStream().readAllBytes(), UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
            assertTrue(answer.contains("urn:tanggap:problem:payload-too-large"), answer);
        }
    }

    @Test
    void a_parameter_that_cannot_be_stored_is_named() {
        expectProblem(
                        given().urlEncodingEnabled(false)
                                .get("/api/v1/notes/of/%00")
                                .then(),
                        400,
                        "validation")
                .body("errors.field", hasItem("author"));
        expectProblem(
                        given().urlEncodingEnabled(false)
                                .get("/api/v1/notes?count=%00")
                                .then(),
                        400,
                        "validation")
                .body("errors.field", hasItem("count"));
    }

    @Test
    void other_refusals_are_problems_too() {
        expectProblem(given().get("/api/v1/nothing").then(), 404, "not-found");
        expectProblem(given().delete("/api/v1/notes").then(), 405, "method-not-allowed");
        expectProblem(
                given().contentType("text/plain")
                        .body("x")
                        .post("/api/v1/notes")
                        .then(),
                415,
                "unsupported-media-type");
        expectProblem(given().get("/api/v1/notes?count=11").then(), 400, "validation")
                .body("errors.field", hasItem("count"));
        expectProblem(given().get("/api/v1/notes").then(), 404, "not-found")
                .body("detail", equalTo("No note today."))
                .body("instance", equalTo("/api/v1/notes"));
    }

    @Test
    void a_request_without_a_valid_token_or_role_is_refused() {
        expectProblem(given().get("/api/v1/notes/secret").then(), 401, "unauthorized");
        expectProblem(
                given().auth().oauth2("not.a.token").get("/api/v1/notes/secret").then(), 401, "unauthorized");
        expectProblem(
                given().auth()
                        .oauth2(Tokens.client("gateway"))
                        .get("/api/v1/notes/secret")
                        .then(),
                403,
                "forbidden");
        given().auth()
                .oauth2(Tokens.user("operator1"))
                .get("/api/v1/notes/secret")
                .then()
                .statusCode(200);
    }

    @Test
    void only_operations_and_prometheus_read_metrics_and_anyone_reads_health() {
        expectProblem(given().get("/q/metrics").then(), 401, "unauthorized").header("WWW-Authenticate", "Bearer");
        given().auth().oauth2("not.a.token").get("/q/metrics").then().statusCode(401);
        given().auth().oauth2(Tokens.user("operator1")).get("/q/metrics").then().statusCode(403);
        given().auth().oauth2(Tokens.user("ops1")).get("/q/metrics").then().statusCode(200);
        given().auth()
                .oauth2(Tokens.client("prometheus"))
                .get("/q/metrics")
                .then()
                .statusCode(200);
        expectProblem(given().get("/q/openapi").then(), 401, "unauthorized");
        given().get("/q/health/ready").then().log().ifValidationFails().statusCode(200);
    }

    @Test
    void another_origin_gets_no_permission() {
        given().header("Origin", "https://evil.example")
                .get("/q/health/live")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/notes")
                .then();
    }

    private static ValidatableResponse expectProblem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:" + code))
                .body("status", equalTo(status))
                .body("title", not(nullValue()));
    }
}
