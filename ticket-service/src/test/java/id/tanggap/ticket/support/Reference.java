package id.tanggap.ticket.support;

import id.tanggap.local.test.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Edits reference data as a supervisor does. */
public final class Reference {

    private Reference() {}

    /** A code that no other test has. */
    public static String newCode() {
        return "T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
    }

    /** A body of an emergency that Damkar leads; change what matters. */
    public static Map<String, Object> category() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("label", Map.of("id", "Uji", "en", "Test"));
        body.put("priority", 7);
        body.put("emergency", true);
        body.put("atSea", false);
        body.put("serviceLevel", Map.of("accept", "PT1M", "onScene", "PT15M"));
        body.put("agencies", List.of(part("damkar", "LEAD"), part("dinkes", "SUPPORT")));
        body.put("active", true);
        body.put("position", 30_000);
        return body;
    }

    public static Map<String, Object> part(String agency, String role) {
        return Map.of("agency", agency, "role", role, "reporterNeeded", role.equals("LEAD"));
    }

    /** A new category, kept. */
    public static String create() {
        String code = newCode();
        put("/api/v1/categories/" + code, "If-None-Match", "*", category()).statusCode(201);
        return code;
    }

    public static ValidatableResponse put(String path, String header, String value, Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.user("supervisor1"))
                .header(header, value)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
