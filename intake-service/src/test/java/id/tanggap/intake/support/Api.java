package id.tanggap.intake.support;

import id.tanggap.local.test.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The REST interface as a gateway and an operator use it. */
public final class Api {

    public static final String CALLS = "/api/v1/calls";
    public static final String MU_LAW = "audio/basic";
    public static final String L16 = "audio/L16;rate=8000";

    private Api() {}

    public static String newCall() {
        return "call-" + UUID.randomUUID();
    }

    /** The national digits of a number that no other test has, without the leading zero. */
    public static String newNumber() {
        return "812" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
    }

    /** An announcement; change what matters. */
    public static Map<String, Object> call(String callId) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("callId", callId);
        call.put("from", "0" + newNumber());
        call.put("to", "112");
        call.put("startedAt", now().toString());
        call.put(
                "location",
                new LinkedHashMap<>(Map.of(
                        "lat", -6.5888, "lon", 110.6684, "radiusM", 1500, "confidence", 0.67, "source", "NETWORK")));
        return call;
    }

    /** An event; change what matters. */
    public static Map<String, Object> event(String type, int seq) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.put("at", now().toString());
        event.put("seq", seq);
        if (type.equals("DTMF")) {
            event.put("digits", "55");
        }
        return event;
    }

    /** A report; change what matters. */
    public static Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("category", "HOUSE_FIRE");
        report.put("text", "Rumah terbakar di belakang pasar " + UUID.randomUUID());
        report.put("lifeThreat", true);
        report.put("reporter", new LinkedHashMap<>(Map.of("name", "Siti Aminah", "contact", "0" + newNumber())));
        report.put(
                "location",
                new LinkedHashMap<>(Map.of("lat", -6.59, "lon", 110.67, "kecamatan", "Jepara", "desa", "Panggang")));
        return report;
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Response announce(Object call) {
        return json(gateway(), call).post(CALLS);
    }

    public static String announced() {
        String call = newCall();
        announce(call(call)).then().statusCode(201);
        return call;
    }

    public static Response tell(String callId, Object event) {
        return json(gateway(), event).post(CALLS + "/" + callId + "/events");
    }

    public static Response report(String callId, Object report) {
        return json(as("operator1"), report).post(CALLS + "/" + callId + "/report");
    }

    public static Response dispose(String callId, String disposition) {
        return json(as("operator1"), Map.of("disposition", disposition)).post(CALLS + "/" + callId + "/disposition");
    }

    public static Response audio(String callId, Object seq, String type, byte[] sound) {
        return gateway()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.BINARY)))
                .contentType(type)
                .queryParam("seq", seq)
                .body(sound)
                .post(CALLS + "/" + callId + "/audio");
    }

    public static Response get(String callId) {
        return as("operator1").get(CALLS + "/" + callId);
    }

    public static RequestSpecification gateway() {
        return bearer(Tokens.client("gateway"));
    }

    public static RequestSpecification as(String user) {
        return bearer(Tokens.user(user));
    }

    public static RequestSpecification bearer(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    public static RequestSpecification json(RequestSpecification request, Object body) {
        return request.contentType("application/json").body(body);
    }
}
