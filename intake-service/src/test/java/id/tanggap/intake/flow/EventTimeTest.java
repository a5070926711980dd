package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.now;
import static id.tanggap.intake.support.Api.tell;
import static id.tanggap.intake.support.Topic.header;
import static id.tanggap.intake.support.Topic.json;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events whose times cannot be those of their call: refused where that is known, and where it is not yet, kept and not believed. */
@QuarkusTest
class EventTimeTest extends OnStack {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    Database database;

    private final String id = newCall();

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "DTMF", "TRANSFERRED", "ENDED", "ABANDONED"})
    void of_a_call_that_is_known_an_event_long_before_it_is_refused_and_leaves_nothing(String type) {
        announce(call(id)).then().statusCode(201);
        String before = get(id).asString();

        tell(id, at(LONG_AGO, type, 1))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:validation"))
                .body("errors[0].field", equalTo("at"))
                .body("errors[0].detail", containsString("before the call's start"));

        assertEquals(before, get(id).asString());
        assertEquals(0, database.count("call_event where call_id = ?", id));
        assertEquals(
                "1", database.text("select version from phone_call where call_id = ?", id), "nothing is told of it");
        // Its count is free for the event as it was.
        tell(id, event(type, 1)).then().statusCode(202);
    }

    @Test
    void what_was_kept_for_a_call_is_not_believed_of_one_that_began_long_after_it() {
        Map<String, Object> answered = at(LONG_AGO, "ANSWERED", 1);
        tell(id, answered).then().statusCode(202);
        tell(id, at(LONG_AGO.plusSeconds(60), "ENDED", 2)).then().statusCode(202);

        announce(call(id)).then().statusCode(201);

        get(id).then()
                .body("status", equalTo("RINGING"))
                .body("answeredAt", nullValue())
                .body("endedAt", nullValue());
        assertEquals(2, database.count("call_event where call_id = ?", id));
        // It was accepted: the same again is a repeat and no fault.
        tell(id, answered).then().statusCode(202);
        Map<String, Object> ended = event("ENDED", 3);
        tell(id, ended).then().statusCode(202);
        get(id).then()
                .body("status", equalTo("ENDED"))
                .body("answeredAt", nullValue())
                .body("endedAt", equalTo(ended.get("at")));
        try (Topic calls = new Topic("intake.call.v1")) {
            var told = calls.await(id, 2);
            assertEquals("RECEIVED", json(told.getFirst()).path("change").asText());
            assertEquals("RINGING", json(told.getFirst()).path("status").asText());
            assertFalse(json(told.getFirst()).has("endedAt"));
            assertEquals("2", header(told.getLast(), "ce_sequence"));
            assertEquals(ended.get("at"), json(told.getLast()).path("endedAt").asText());
            told.forEach(record -> assertFalse(json(record).has("answeredAt")));
        }
    }

    @Test
    void an_answer_by_a_clock_that_is_a_little_behind_is_the_calls() {
        Map<String, Object> call = call(id);
        Instant start = now();
        call.put("startedAt", start.toString());
        announce(call).then().statusCode(201);

        Map<String, Object> answered = at(start.minusSeconds(240), "ANSWERED", 1);
        tell(id, answered).then().statusCode(202);

        get(id).then().body("status", equalTo("ANSWERED")).body("answeredAt", equalTo(answered.get("at")));
    }

    private static Map<String, Object> at(Instant at, String type, int seq) {
        Map<String, Object> event = event(type, seq);
        event.put("at", at.toString());
        return event;
    }
}
