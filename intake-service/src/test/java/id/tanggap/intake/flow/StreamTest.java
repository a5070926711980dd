package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.dispose;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.tell;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.SseClient;
import id.tanggap.intake.support.Triage;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a console sees as it happens. */
@QuarkusTest
class StreamTest extends OnStack {

    @TestHTTPResource
    URI base;

    @Test
    void a_console_sees_a_call_as_it_goes_on_with_the_score_merged_in() {
        try (SseClient console = open(Optional.empty());
                Triage triage = new Triage()) {
            String id = announced();
            awaitState(console, id, "status", "RINGING");
            tell(id, event("ANSWERED", 1)).then().statusCode(202);
            awaitState(console, id, "status", "ANSWERED");
            triage.assess(id, 1, 0.87);
            awaitState(console, id, "assessment.hoaxLikelihood", "0.87");
            dispose(id, "PRANK").then().statusCode(204);
            awaitState(console, id, "disposition", "PRANK");

            JsonPath last = states(console, id).getLast();
            assertEquals("0.87", last.getString("assessment.hoaxLikelihood"), "what came before stays");
            assertEquals("Hening 25 detik", last.getString("assessment.reasons[0].textId"));
            assertFalse(console.events().stream().anyMatch(e -> e.data().contains("\"number\"")), "no numbers");
            assertTrue(console.events().stream().allMatch(e -> e.name().equals("call")));
        }
    }

    @Test
    void who_was_away_gets_what_changed_meanwhile_once_and_then_goes_on() {
        String seenBefore = announced();
        String lastId;
        try (SseClient console = open(Optional.of("0"))) {
            awaitState(console, seenBefore, "status", "RINGING");
            lastId = console.lastId();
        }
        List<String> meanwhile = List.of(announced(), announced(), announced());

        try (SseClient console = open(Optional.of(lastId))) {
            meanwhile.forEach(id -> awaitState(console, id, "status", "RINGING"));
            String later = announced();
            awaitState(console, later, "status", "RINGING");
            assertEquals(List.of(), states(console, seenBefore), "what was seen is not sent again");
            meanwhile.forEach(id -> assertEquals(1, states(console, id).size()));
            List<Long> ids =
                    console.events().stream().map(e -> Long.parseLong(e.id())).toList();
            assertEquals(ids.stream().sorted().distinct().toList(), ids, "positions only grow");
        }
    }

    @Test
    void calls_that_change_all_at_once_reach_the_console_every_one() throws Exception {
        List<Callable<io.restassured.response.Response>> calls = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> call = call(newCall());
            ids.add((String) call.get("callId"));
            calls.add(() -> announce(call));
        }
        try (SseClient console = open(Optional.empty())) {
            CallTest.atOnce(calls).forEach(answer -> assertEquals(201, answer.statusCode()));

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                var seen = new HashSet<String>();
                console.data().forEach(data -> seen.add(JsonPath.from(data).getString("callId")));
                return seen.containsAll(ids);
            });
        }
    }

    @Test
    void an_older_assessment_does_not_replace_a_newer_one() {
        try (Triage triage = new Triage()) {
            String id = announced();
            triage.assess(id, 2, 0.2);
            triage.assess(id, 1, 0.9);
            triage.assess(id, 3, 0.3);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> get(id).then().body("assessment.version", equalTo(3)));
            triage.assess(id, 2, 0.2);
            String later = announced();
            triage.assess(later, 1, 0.5);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> get(later).then().body("assessment.version", equalTo(1)));

            Api.as("operator1")
                    .get(Api.CALLS + "/" + id)
                    .then()
                    .body("assessment.hoaxLikelihood.toDouble()", closeTo(0.3, 1e-6));
        }
    }

    @Test
    void an_assessment_may_come_before_its_call() {
        try (Triage triage = new Triage()) {
            String id = newCall();
            triage.assess(id, 1, 0.4);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> get(id).then().body("assessment.version", equalTo(1)));
            announce(call(id)).then().statusCode(201);
            get(id).then().body("assessment.version", equalTo(1)).body("announced", equalTo(true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "99999999999999999999"})
    void a_place_that_is_none_is_a_problem(String lastEventId) {
        Api.as("operator1")
                .header("Last-Event-ID", lastEventId)
                .accept("text/event-stream")
                .get(Api.CALLS + "/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("Last-Event-ID"));
    }

    @Test
    void a_silent_stream_is_kept_open() {
        try (SseClient console = open(Optional.empty())) {
            await().atMost(Duration.ofSeconds(25))
                    .until(() -> console.comments().contains("heartbeat"));
            assertFalse(console.ended());
        }
    }

    private SseClient open(Optional<String> lastEventId) {
        return SseClient.open(base, Tokens.user("operator1"), lastEventId);
    }

    private static void awaitState(SseClient console, String id, String path, String value) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> states(console, id).stream().anyMatch(state -> value.equals(state.getString(path))));
    }

    private static List<JsonPath> states(SseClient console, String id) {
        return console.data().stream()
                .map(JsonPath::from)
                .filter(state -> id.equals(state.getString("callId")))
                .toList();
    }
}
