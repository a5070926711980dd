package id.tanggap.notification.support;

import static io.restassured.RestAssured.given;

import id.tanggap.local.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
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

    public static void unsubscribe(String user, String id) {
        as(user).delete("/api/v1/subscriptions/" + id).then().statusCode(204);
    }
}
