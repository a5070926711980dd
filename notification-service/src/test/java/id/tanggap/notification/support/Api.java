package id.tanggap.notification.support;

import static io.restassured.RestAssured.given;

import id.tanggap.local.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The REST interface as an agency uses it. */
public final class Api {

    /** A new subscription with its secret. */
    public record Subscribed(String id, String secret) {}

    private Api() {}

    public static RequestSpecification as(String user) {
        return given().auth().oauth2(Tokens.user(user)).contentType(ContentType.JSON);
    }

    public static Subscribed subscribe(String user, String url) {
        var body = as(user).body(Map.of("url", url))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Subscribed(body.getString("subscriptionId"), body.getString("secret"));
    }

    /** One with these channels; its id. */
    public static String subscribe(String user, List<Map<String, String>> channels) {
        return as(user).body(Map.of("channels", channels))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("subscriptionId");
    }

    public static Map<String, String> webhook(String url) {
        return Map.of("kind", "WEBHOOK", "address", url);
    }

    public static Map<String, String> sms(String number) {
        return Map.of("kind", "SMS", "address", number);
    }

    public static Map<String, String> email(String mailbox) {
        return Map.of("kind", "EMAIL", "address", mailbox);
    }

    public static void unsubscribe(String user, String id) {
        as(user).delete("/api/v1/subscriptions/" + id).then().statusCode(204);
    }
}
