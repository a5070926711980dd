package id.tanggap.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.SilentNames;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    @AfterEach
    void close() {
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
    }

    @ParameterizedTest
    @CsvSource({
        "operator1, GET, /api/v1/tickets/stream, 403",
        "supervisor1, GET, /api/v1/tickets/stream, 403",
        "ops1, GET, /api/v1/tickets/stream, 403",
        "operator1, GET, /api/v1/subscriptions, 403",
        "ops1, GET, /api/v1/subscriptions, 403",
        "ops1, POST, /api/v1/subscriptions, 403",
        "operator1, POST, /api/v1/subscriptions, 403",
        "ops1, DELETE, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "operator1, GET, /api/v1/deliveries, 403",
        "supervisor1, GET, /api/v1/deliveries, 403",
        "operator1, PUT, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "ops1, PUT, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "ops1, POST, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/enable, 403",
        "ops1, POST, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/secrets, 403",
        "ops1, DELETE, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/secrets/old, 403",
        "ops1, POST, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/test, 403",
        "operator1, GET, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/activity, 403",
        "ops1, POST, /api/v1/deliveries/redeliveries, 403",
        "operator1, GET, /api/v1/deliveries/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "ops1, POST, /api/v1/deliveries/019713a0-1111-7aaa-8bbb-0123456789ab/redelivery, 403",
        "ops1, GET, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/activity, 404",
        "damkar1, GET, /api/v1/deliveries/019713a0-1111-7aaa-8bbb-0123456789ab, 404",
        "damkar1, GET, /api/v1/subscriptions, 200",
        "damkar1, GET, /api/v1/deliveries, 200",
        "ops1, GET, /api/v1/deliveries, 200",
        "ops1, GET, /api/v1/tickets/019713a2-40aa-7d10-8a11-5566778899ff/timeline, 403",
        "damkar1, GET, /api/v1/tickets/019713a2-40aa-7d10-8a11-5566778899ff/timeline, 404",
        "operator1, GET, /api/v1/tickets/019713a2-40aa-7d10-8a11-5566778899ff/timeline, 404",
        "damkar1, GET, /api/v1/tickets/none/timeline, 404",
        "operator1, GET, /api/v1/channels, 403",
        "damkar1, GET, /api/v1/channels, 200",
        "officer1, GET, /api/v1/tickets/019713a2-40aa-7d10-8a11-5566778899ff/timeline, 404",
        "officer1, GET, /api/v1/subscriptions, 403",
        "officer1, POST, /api/v1/subscriptions, 403",
        "officer1, GET, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "officer1, PUT, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "officer1, DELETE, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "officer1, POST, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/enable, 403",
        "officer1, POST, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/secrets, 403",
        "officer1, DELETE, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/secrets/old, 403",
        "officer1, POST, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/test, 403",
        "officer1, GET, /api/v1/subscriptions/019713a0-1111-7aaa-8bbb-0123456789ab/activity, 403",
        "officer1, GET, /api/v1/deliveries, 403",
        "officer1, POST, /api/v1/deliveries/redeliveries, 403",
        "officer1, POST, /api/v1/deliveries/019713a0-1111-7aaa-8bbb-0123456789ab/redelivery, 403",
        "officer1, GET, /api/v1/officers, 403",
        "officer1, POST, /api/v1/officers, 403",
        "officer1, PUT, /api/v1/officers/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "officer1, DELETE, /api/v1/officers/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "officer1, GET, /api/v1/shifts, 403",
        "officer1, POST, /api/v1/shifts, 403",
        "officer1, DELETE, /api/v1/shifts/019713a0-1111-7aaa-8bbb-0123456789ab, 403",
        "officer1, GET, /api/v1/duty, 403",
        "officer1, GET, /api/v1/channels, 403",
        "damkar1, GET, /q/metrics, 403",
        "ops1, GET, /q/metrics, 200",
        "damkar1, GET, /q/openapi, 200",
    })
    void roles_decide(String user, String method, String path, int status) {
        Api.as(user)
                .body("{\"url\":\"https://example.com/\"}")
                .request(method, path)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/stream",
                "/api/v1/subscriptions",
                "/api/v1/deliveries",
                "/api/v1/channels",
                "/api/v1/tickets/019713a2-40aa-7d10-8a11-5566778899ff/timeline",
                "/q/metrics",
                "/q/openapi"
            })
    void nothing_is_open_without_a_valid_token(String path) {
        given().get(path).then().statusCode(401);
        given().auth().oauth2("not.a.token").get(path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.client("gateway"))
                .get(path)
                .then()
                .statusCode(path.equals("/q/openapi") ? 200 : 403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/subscriptions, 201",
        "/api/v1/subscriptions/{id}/enable, 204",
        "/api/v1/subscriptions/{id}/secrets, 201",
        "/api/v1/officers, 201",
        "/api/v1/shifts, 201",
    })
    void the_interface_says_what_is_answered(String path, String status) {
        Map<String, Object> answers = Api.as("damkar1")
                .accept("application/json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths.'" + path + "'.post.responses");

        Set<String> told =
                answers.keySet().stream().filter(code -> !code.startsWith("4")).collect(Collectors.toSet());
        assertEquals(Set.of(status, "default"), told);
    }

    @Test
    void health_is_open() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void a_foreign_subscription_is_not_there() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200)) {
            String id = Api.subscribe("damkar1", receiver.url()).id();

            Api.as("pdam1").get("/api/v1/subscriptions/" + id).then().statusCode(404);
            Api.as("pdam1").delete("/api/v1/subscriptions/" + id).then().statusCode(404);
            for (String path : List.of("/enable", "/secrets", "/test")) {
                Api.as("pdam1")
                        .post("/api/v1/subscriptions/" + id + path)
                        .then()
                        .statusCode(404);
            }
            Api.as("pdam1")
                    .delete("/api/v1/subscriptions/" + id + "/secrets/old")
                    .then()
                    .statusCode(404);
            Api.as("pdam1")
                    .get("/api/v1/subscriptions/" + id + "/activity")
                    .then()
                    .statusCode(404);
            Api.as("pdam1")
                    .header("If-Match", "\"1\"")
                    .body(Map.of("url", receiver.url()))
                    .put("/api/v1/subscriptions/" + id)
                    .then()
                    .statusCode(404);
            Api.as("pdam1").get("/api/v1/subscriptions").then().body("items.subscriptionId", not(hasItem(id)));
            Api.as("damkar1").get("/api/v1/subscriptions/" + id).then().statusCode(200);
        }
    }

    @Test
    void the_delivery_log_shows_an_agency_its_own_and_operations_all_page_by_page() {
        try (WebhookReceiver receiver = WebhookReceiver.answering(200);
                AgencyPublisher tickets = new AgencyPublisher()) {
            Api.subscribe("dpupr1", receiver.url());
            Api.subscribe("pln1", receiver.url());
            for (int i = 0; i < 5; i++) {
                tickets.publish("dpupr", UUID.randomUUID().toString(), 1);
            }
            tickets.publish("pln", UUID.randomUUID().toString(), 1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> receiver.received().size() == 6);

            Api.as("pln1").get("/api/v1/deliveries").then().body("items.agency", everyItem(is("pln")));
            Api.as("ops1").get("/api/v1/deliveries").then().body("items.agency", hasItems("pln", "dpupr"));
            var first = Api.as("dpupr1")
                    .queryParam("limit", 3)
                    .get("/api/v1/deliveries")
                    .then()
                    .body("items.size()", is(3))
                    .extract()
                    .jsonPath();
            List<String> seen = first.getList("items.deliveryId");
            Api.as("dpupr1")
                    .queryParam("limit", 3)
                    .queryParam("cursor", first.getString("next"))
                    .get("/api/v1/deliveries")
                    .then()
                    .body("items.size()", is(2))
                    .body("items.deliveryId", not(hasItems(seen.toArray())))
                    .body("next", org.hamcrest.Matchers.nullValue());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status=LOST, status",
        "limit=0, limit",
        "limit=many, limit",
        "cursor=nowhere, cursor",
        "subscriptionId=7, subscriptionId",
    })
    void a_bad_parameter_is_named(String query, String field) {
        Api.as("ops1")
                .get("/api/v1/deliveries?" + query)
                .then()
                .statusCode(400)
                .body("type", is("urn:tanggap:problem:validation"))
                .body("errors[0].field", is(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/hook",
                "not an address",
                "http://10.1.2.3/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://2130706433.invalid/",
                "https://user:secret@example.com/hook",
                "https://192.168.0.10:8443/hook"
            })
    void an_address_that_must_not_be_called_is_refused(String url) {
        Api.as("damkar1")
                .body(Map.of("url", url))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("url"));
    }

    @Test
    void a_host_whose_name_servers_are_silent_is_refused_and_not_waited_for() {
        Api.as("pusat1")
                .body(Map.of("url", "https://hooks" + SilentNames.SUFFIX + "/"))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("url"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\":|malformed-json",
                "{}|validation",
                "{\"url\":5}|validation",
                "[]|malformed-json",
            })
    void a_bad_body_is_a_problem(String body, String code) {
        Api.as("damkar1")
                .body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("type", is("urn:tanggap:problem:" + code));
    }

    @Test
    void what_the_database_cannot_hold_is_a_fault_of_its_field() {
        Api.as("damkar1")
                .body("{\"url\":\"http://127.0.0.1:9/\",\"description\":\"a\\u0000b\"}")
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("description"));
        Api.as("damkar1")
                .body("{\"url\":\"http://127.0.0.1:9/\\ud83d\"}")
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("url"));
        Api.as("ops1")
                .queryParam("ticketId", "a\u0000b")
                .get("/api/v1/deliveries")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("ticketId"));
    }

    @Test
    void an_address_subscribed_already_and_one_too_many_are_conflicts() {
        try (WebhookReceiver one = WebhookReceiver.answering(200)) {
            Api.subscribe("dinkes1", one.url());
            Api.as("dinkes1")
                    .body(Map.of("url", one.url()))
                    .post("/api/v1/subscriptions")
                    .then()
                    .statusCode(409);
            Api.subscribe("dinkes1", one.url() + "2");
            Api.subscribe("dinkes1", one.url() + "3");
            Api.as("dinkes1")
                    .body(Map.of("url", one.url() + "4"))
                    .post("/api/v1/subscriptions")
                    .then()
                    .statusCode(409)
                    .body("type", is("urn:tanggap:problem:too-many-subscriptions"));
        }
    }
}
