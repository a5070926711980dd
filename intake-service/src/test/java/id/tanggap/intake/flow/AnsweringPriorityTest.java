package id.tanggap.intake.flow;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Triage;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the gateway learns who is answered after others. */
@QuarkusTest
class AnsweringPriorityTest extends OnStack {

    private static final String FUTURE = "\"until\": \"2999-01-01T00:00:00Z\"";

    private final String local = "0812" + ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999);
    private final String number = "+62" + local.substring(1);

    @Inject
    Fingerprints fingerprints;

    @Inject
    Database database;

    @Test
    void a_caller_is_answered_later_from_triages_word_to_its_next_however_the_number_is_written() {
        ask(number).body("priority", equalTo("NORMAL")).body("known", equalTo(true));
        try (Triage triage = new Triage()) {
            triage.prioritise(fingerprints.callerRef(number), 1, "LOWER", FUTURE);
            awaitPriority("LOWER");
            for (String written : new String[] {local, number.substring(1), "<sip:" + number + "@trunk.example>"}) {
                ask(written).body("priority", equalTo("LOWER")).body("until", equalTo("2999-01-01T00:00:00Z"));
            }

            triage.prioritise(fingerprints.callerRef(number), 3, "NORMAL", "");
            awaitPriority("NORMAL");
            triage.prioritise(fingerprints.callerRef(number), 2, "LOWER", FUTURE);
            String other = "+6281398765" + ThreadLocalRandom.current().nextInt(100, 999);
            triage.prioritise(fingerprints.callerRef(other), 1, "LOWER", FUTURE);
            triage.prioritise(fingerprints.callerRef(number), 4, "NORMAL", "");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> ask(other).body("priority", equalTo("LOWER")));
            ask(number).body("priority", equalTo("NORMAL")).body("until", nullValue());
        }
    }

    @Test
    void what_has_expired_has_no_effect_even_if_nobody_says_so() {
        database.execute(
                "insert into answering_priority values (?, now() - interval '1 s')", fingerprints.callerRef(number));
        ask(number).body("priority", equalTo("NORMAL")).body("known", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "119", "not a number", "0812"})
    void a_caller_without_a_number_of_its_own_is_always_answered_in_turn(String from) {
        ask(from).body("priority", equalTo("NORMAL")).body("known", equalTo(false));
    }

    @Test
    void while_the_table_cannot_be_read_everybody_is_answered_in_turn() {
        database.execute("alter table answering_priority rename to answering_priority_away");
        try {
            ask(number).body("priority", equalTo("NORMAL")).body("known", equalTo(false));
        } finally {
            database.execute("alter table answering_priority_away rename to answering_priority");
        }
        ask(number).body("known", equalTo(true));
    }

    @Test
    void a_missing_number_is_a_withheld_one_and_an_absurd_one_is_named() {
        Api.json(gateway(), Map.of())
                .post("/api/v1/answering-priority")
                .then()
                .statusCode(200)
                .body("known", equalTo(false));
        Api.json(gateway(), Map.of("from", "0".repeat(257)))
                .post("/api/v1/answering-priority")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    @Test
    void no_call_is_refused_or_kept_from_the_line_by_a_lower_priority() {
        database.execute(
                "insert into answering_priority values (?, now() + interval '1 h')", fingerprints.callerRef(number));
        Map<String, Object> call = Map.of(
                "callId",
                "call-" + number.substring(1),
                "from",
                number,
                "to",
                "112",
                "startedAt",
                Instant.now().toString());
        Api.json(gateway(), call).post(Api.CALLS).then().statusCode(201);
        Api.as("operator1")
                .get(Api.CALLS + "/" + call.get("callId"))
                .then()
                .statusCode(200)
                .body("status", equalTo("RINGING"));
    }

    private void awaitPriority(String priority) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ask(number).body("priority", equalTo(priority)));
    }

    private static ValidatableResponse ask(String from) {
        return Api.json(gateway(), Map.of("from", from))
                .post("/api/v1/answering-priority")
                .then()
                .statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification gateway() {
        return RestAssured.given().auth().oauth2(Tokens.client("gateway"));
    }
}
