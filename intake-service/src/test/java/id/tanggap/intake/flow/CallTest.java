package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.newNumber;
import static id.tanggap.intake.support.Api.tell;
import static id.tanggap.intake.support.Topic.header;
import static id.tanggap.intake.support.Topic.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Announcements and events of calls, as gateways send them: repeated, all at once and in any order. */
@QuarkusTest
class CallTest extends OnStack {

    @Inject
    Database database;

    @Test
    void a_call_is_created_once_and_the_same_again_is_answered_the_same() {
        Map<String, Object> call = call(newCall());

        Response first = announce(call);
        first.then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/api/v1/calls/" + call.get("callId")))
                .body("callId", equalTo(call.get("callId")))
                .body("callerKind", equalTo("SUBSCRIBER"));
        tell((String) call.get("callId"), event("ANSWERED", 1)).then().statusCode(202);
        Response again = announce(call);

        again.then().statusCode(200);
        assertEquals(first.asString(), again.asString());
    }

    @Test
    void a_number_in_another_spelling_is_the_same_content() {
        Map<String, Object> call = call(newCall());
        String number = newNumber();
        call.put("from", "0" + number);
        announce(call).then().statusCode(201);

        call.put("from", "+62 " + number);
        announce(call).then().statusCode(200);
        call.put("sentBy", "a field of tomorrow");
        announce(call).then().statusCode(200);
    }

    @ParameterizedTest(name = "another {0}")
    @CsvSource({"from, 081299999999", "to, 110", "startedAt, 2025-05-20T03:10:00Z", "location, "})
    void other_content_under_the_same_id_is_a_conflict_and_changes_nothing(String field, String value) {
        Map<String, Object> call = call(newCall());
        announce(call).then().statusCode(201);
        String before = get((String) call.get("callId")).asString();

        call.put(field, value);
        announce(call)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tanggap:problem:conflict"));

        assertEquals(before, get((String) call.get("callId")).asString());
    }

    @Test
    void twenty_of_the_same_at_once_are_one_call_and_one_event() throws Exception {
        Map<String, Object> call = call(newCall());
        String id = (String) call.get("callId");

        List<Response> answers = atOnce(Collections.nCopies(20, () -> announce(call)));

        assertEquals(1, answers.stream().filter(a -> a.statusCode() == 201).count());
        assertEquals(19, answers.stream().filter(a -> a.statusCode() == 200).count());
        assertEquals(1, answers.stream().map(Response::asString).distinct().count());
        try (Topic calls = new Topic("intake.call.v1")) {
            assertEquals(1, calls.all(id, announced()).size());
        }
    }

    @Test
    void twenty_of_the_same_event_at_once_take_effect_once() throws Exception {
        String id = announced();
        Map<String, Object> key = event("DTMF", 1);

        List<Response> answers = atOnce(Collections.nCopies(20, () -> tell(id, key)));

        assertEquals(
                List.of(202),
                answers.stream().map(Response::statusCode).distinct().toList());
        get(id).then().body("dtmf", equalTo("55"));
        try (Topic calls = new Topic("intake.call.v1")) {
            assertEquals(2, calls.all(id, announced()).size());
        }
    }

    @Test
    void events_of_one_call_at_once_are_all_kept_and_numbered_without_a_gap() throws Exception {
        String id = announced();
        List<Callable<Response>> keys = new ArrayList<>();
        for (int seq = 1; seq <= 9; seq++) {
            Map<String, Object> key = event("DTMF", seq);
            key.put("digits", Integer.toString(seq));
            keys.add(() -> tell(id, key));
        }
        Collections.shuffle(keys, new Random(7));

        atOnce(keys).forEach(answer -> assertEquals(202, answer.statusCode()));

        get(id).then().body("dtmf", equalTo("123456789"));
        try (Topic calls = new Topic("intake.call.v1")) {
            var records = calls.await(id, 10);
            assertEquals(
                    Stream.iterate(1, i -> i <= 10, i -> i + 1)
                            .map(String::valueOf)
                            .toList(),
                    records.stream()
                            .map(record -> header(record, "ce_sequence"))
                            .toList());
            assertEquals(
                    "123456789", json(records.getLast()).path("dtmf").asText(), "the last one tells the whole state");
        }
    }

    @Test
    void an_event_may_come_before_its_call_and_is_not_published_until_then() {
        String id = newCall();
        tell(id, event("ANSWERED", 1)).then().statusCode(202);
        tell(id, event("ENDED", 2)).then().statusCode(202);
        get(id).then().statusCode(200).body("announced", equalTo(false)).body("status", equalTo("ENDED"));

        try (Topic calls = new Topic("intake.call.v1")) {
            assertEquals(List.of(), calls.all(id, announced()));
            announce(call(id)).then().statusCode(201);

            var first = calls.await(id, 1).getFirst();
            assertEquals("1", header(first, "ce_sequence"));
            assertEquals("RECEIVED", json(first).path("change").asText());
            assertEquals("ENDED", json(first).path("status").asText());
            assertEquals(true, json(first).has("answeredAt"));
        }
    }

    @Test
    void an_end_that_overtakes_its_answer_stays_the_end() {
        String id = announced();
        Map<String, Object> answered = event("ANSWERED", 1);
        tell(id, event("ENDED", 2)).then().statusCode(202);
        tell(id, answered).then().statusCode(202);
        tell(id, answered).then().statusCode(202);

        get(id).then().body("status", equalTo("ENDED")).body("answeredAt", equalTo(answered.get("at")));
        assertEquals(2, database.count("call_event where call_id = ?", id));
    }

    @ParameterizedTest(name = "another {0}")
    @CsvSource({"type, ABANDONED", "at, 2025-05-20T03:10:00Z", "digits, 1"})
    void a_count_that_was_used_for_another_event_is_a_conflict(String field, String value) {
        String id = announced();
        Map<String, Object> event = event("DTMF", 1);
        tell(id, event).then().statusCode(202);

        event.put(field, value);
        tell(id, event).then().statusCode(409).body("type", equalTo("urn:tanggap:problem:conflict"));

        get(id).then().body("dtmf", equalTo("55")).body("status", equalTo("RINGING"));
    }

    @Test
    void who_withholds_the_number_is_taken_in_like_everybody() {
        Map<String, Object> call = call(newCall());
        call.remove("from");
        call.remove("location");
        announce(call)
                .then()
                .statusCode(201)
                .body("callerKind", equalTo("WITHHELD"))
                .body("callerRef", nullValue());
        for (String from : List.of("anonymous", "110", "garbage \uD83D\uDE92", "x".repeat(256))) {
            Map<String, Object> odd = call(newCall());
            odd.put("from", from);
            announce(odd).then().statusCode(201).body("callerRef", nullValue());
        }
    }

    @Test
    void a_caller_is_known_again_by_reference() {
        String number = newNumber();
        Map<String, Object> first = call(newCall());
        first.put("from", "0" + number);
        Map<String, Object> second = call(newCall());
        second.put("from", "+62" + number);

        String reference = announce(first).then().extract().path("callerRef");
        announce(second).then().body("callerRef", equalTo(reference));
    }

    static List<Response> atOnce(List<? extends Callable<Response>> requests) throws Exception {
        Api.gateway(); // The token is fetched once, not by all of them.
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            List<Response> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
