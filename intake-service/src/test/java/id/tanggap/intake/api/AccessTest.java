package id.tanggap.intake.api;

import static id.tanggap.intake.support.Api.newCall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what; nothing but health is open. */
@QuarkusTest
class AccessTest extends OnStack {

    private static final Set<String> GATEWAY = Set.of("client:gateway");
    private static final Set<String> OPERATORS = Set.of("operator1", "supervisor1");
    private static final Set<String> TELLERS = Set.of("client:gateway", "client:synthetic");
    private static final Set<String> JUDGES = Set.of("operator1", "supervisor1", "client:synthetic");
    private static final Set<String> WATCHERS = Set.of("ops1", "client:prometheus");
    private static final List<String> ALL = List.of(
            "client:gateway",
            "client:synthetic",
            "operator1",
            "supervisor1",
            "ops1",
            "damkar1",
            "pusat1",
            "client:agency-damkar",
            "client:prometheus");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI base;

    @Inject
    Database database;

    static Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of("POST", Api.CALLS, TELLERS),
                Arguments.of("POST", Api.CALLS + "/{id}/events", TELLERS),
                Arguments.of("POST", Api.CALLS + "/{id}/audio?seq=0", GATEWAY),
                Arguments.of("POST", "/api/v1/answering-priority", GATEWAY),
                Arguments.of("POST", Api.CALLS + "/{id}/report", JUDGES),
                Arguments.of("POST", Api.CALLS + "/{id}/disposition", JUDGES),
                Arguments.of("GET", Api.CALLS, OPERATORS),
                Arguments.of("GET", Api.CALLS + "/{id}", OPERATORS),
                Arguments.of("GET", Api.CALLS + "/{id}/access", Set.of("supervisor1")),
                Arguments.of("GET", Api.CALLS + "/stream", OPERATORS),
                Arguments.of("GET", "/q/metrics", WATCHERS),
                Arguments.of("GET", "/q/openapi", Set.copyOf(ALL)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void an_endpoint_is_for_its_roles_alone(String method, String path, Set<String> permitted) throws Exception {
        for (String who : ALL) {
            int status = send(method, path, Optional.of(token(who)));
            if (permitted.contains(who)) {
                assertTrue(status != 401 && status != 403 && status < 500, who + " is answered " + status);
            } else {
                assertEquals(403, status, who);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void without_a_token_of_this_realm_there_is_nothing(String method, String path, Set<String> permitted)
            throws Exception {
        String good = token(permitted.iterator().next());
        String[] parts = good.split("\\.");
        String promoted = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]))
                        .replace("\"realm_access\"", "\"realm_access\":{\"roles\":[\"gateway\",\"operator\"]},\"x\"")
                        .getBytes());
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());

        assertEquals(401, send(method, path, Optional.empty()), "no token");
        for (String bad : List.of(
                "garbage",
                "a.b.c",
                parts[0] + "." + promoted + "." + parts[2],
                none + "." + parts[1] + ".",
                good.substring(0, good.length() - 10))) {
            assertEquals(401, send(method, path, Optional.of(bad)), bad);
        }
    }

    @Test
    void a_refusal_is_a_problem_and_leaves_nothing() {
        String id = newCall();
        Api.json(Api.as("operator1"), Api.call(id))
                .post(Api.CALLS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", org.hamcrest.Matchers.equalTo("urn:tanggap:problem:forbidden"));
        Api.json(io.restassured.RestAssured.given(), Map.of("callId", id))
                .post(Api.CALLS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", org.hamcrest.Matchers.notNullValue());
        assertEquals(0, database.count("phone_call where call_id = ?", id));
    }

    @Test
    void health_is_open_and_no_other_origin_is_invited() throws Exception {
        assertEquals(200, send("GET", "/q/health/live", Optional.empty()));
        assertEquals(200, send("GET", "/q/health/ready", Optional.empty()));
        io.restassured.RestAssured.given()
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options(Api.CALLS)
                .then()
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    }

    /** Only the status: a stream is left once it has begun. */
    private int send(String method, String path, Optional<String> token) throws Exception {
        String id = newCall();
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path.replace("{id}", id)))
                .header("Content-Type", path.contains("/audio") ? Api.MU_LAW : "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private static String token(String who) {
        return who.startsWith("client:") ? Tokens.client(who.substring(7)) : Tokens.user(who);
    }
}
