package id.tanggap.intake.retention;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.dispose;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.get;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.now;
import static id.tanggap.intake.support.Api.report;
import static id.tanggap.intake.support.Api.tell;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What names anybody is forgotten in time, and nothing is that is still needed (UU PDP 27/2022, art. 43). */
@QuarkusTest
class ForgettingTest extends OnStack {

    private static final String KEPT = "phone_call where forgotten_at is null and call_id = ?";

    @Inject
    Retention retention;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final Map<String, Object> call = call(newCall());
    private final String id = (String) call.get("callId");
    private final Map<String, Object> key = event("DTMF", 2);
    private final Map<String, Object> report = Api.report();

    @Test
    void whose_call_it_was_goes_when_its_time_is_over_and_what_figures_need_stays() {
        takePlace();
        String young = announced();
        age(id, 91);
        age(young, 89);
        String place = database.text("select stream_position from phone_call where call_id = ?", id);

        forget();

        assertEquals(1, database.count(KEPT, young));
        assertEquals(
                0,
                database.count(
                        "phone_call where call_id = ? and num_nonnulls(caller_ref, caller_sealed, announcement, location,"
                                + " dtmf, transferred_to, disposition_by, assessment) > 0",
                        id));
        assertEquals(
                0,
                database.count(
                        "report where call_id = ? and num_nonnulls(text, content, reporter_sealed, reported_by) > 0",
                        id));
        assertEquals(0, database.count("call_event where call_id = ? and num_nonnulls(digits, transfer_to) > 0", id));
        get(id).then()
                .statusCode(200)
                .body("forgottenAt", notNullValue())
                .body("number", nullValue())
                .body("callerKind", equalTo("SUBSCRIBER"))
                .body("status", equalTo("ENDED"))
                .body("startedAt", equalTo(call.get("startedAt")))
                .body("answeredAt", notNullValue())
                .body("endedAt", notNullValue())
                .body("disposition", equalTo("NORMAL"))
                .body("report.category", equalTo("HOUSE_FIRE"))
                .body("report.lifeThreat", equalTo(true))
                .body("report.text", nullValue())
                .body("report.reporter", nullValue())
                .body("report.location", equalTo(Map.of("kecamatan", "Jepara")));
        // It is no news to a console.
        assertEquals(place, database.text("select stream_position from phone_call where call_id = ?", id));
    }

    @Test
    void a_repeat_from_long_ago_makes_no_second_call_and_another_call_under_its_id_is_told_so() {
        takePlace();
        age(id, 91);
        forget();
        long events = database.count("outbox_event where record_key = ?", id);

        announce(call).then().statusCode(200).body("callId", equalTo(id)).body("callerRef", nullValue());
        tell(id, key).then().statusCode(202);
        report(id, report).then().statusCode(409);
        Map<String, Object> another = call(id);
        another.put("startedAt", now().plusMillis(1).toString());
        announce(another).then().statusCode(409);

        assertEquals(
                1,
                database.count(
                        "phone_call where call_id = ? and forgotten_at = (select max(forgotten_at) from"
                                + " phone_call where call_id = ?)",
                        id,
                        id));
        assertEquals(events, database.count("outbox_event where record_key = ?", id));
        assertEquals(3 + 1, database.count("call_event where call_id = ?", id));
    }

    @Test
    void what_is_told_of_a_forgotten_call_is_kept_and_forgotten_in_its_turn() {
        takePlace();
        age(id, 91);
        forget();

        Map<String, Object> late = event("DTMF", 9);
        late.put("digits", "7");
        tell(id, late).then().statusCode(202);
        get(id).then().body("dtmf", equalTo("7"));
        forget();
        get(id).then().body("dtmf", equalTo("7"));

        age(id, 0);
        database.execute(
                "update phone_call set forgotten_at = now() - interval '100 days',"
                        + " changed_at = now() - interval '91 days' where call_id = ?",
                id);
        forget();
        get(id).then().body("dtmf", nullValue());
    }

    @Test
    void a_report_of_a_forgotten_call_is_taken_in() {
        announce(call).then().statusCode(201);
        age(id, 91);
        forget();

        Map<String, Object> anonymous = Api.report();
        anonymous.remove("reporter");
        report(id, anonymous).then().statusCode(201);
        get(id).then().body("report.text", equalTo(anonymous.get("text")));
    }

    @Test
    void a_report_that_was_forgotten_before_its_call_is_announced_is_not_told_again() {
        report(id, report).then().statusCode(201);
        age(id, 91);
        forget();

        announce(call).then().statusCode(201);

        assertEquals(1, database.count("outbox_event where record_key = ? and topic = 'intake.report.v1'", id));
        get(id).then().body("number", notNullValue()).body("report.text", nullValue());
    }

    @Test
    void a_call_that_goes_on_is_not_touched_however_wrong_its_gateways_clock_is() {
        call.put("startedAt", "2001-01-01T00:00:00Z");
        announce(call).then().statusCode(201);
        forget();
        assertEquals(1, database.count(KEPT, id));

        age(id, 91);
        // Something is told of it: it is not over.
        tell(id, event("ANSWERED", 1)).then().statusCode(202);
        forget();
        assertEquals(1, database.count(KEPT, id));
    }

    @Test
    void a_call_that_something_waits_for_has_its_turn_later() {
        String unsent = announced();
        announce(call).then().statusCode(201);
        age(id, 91);
        age(unsent, 91);
        // In a lane that nobody leases: it stays unsent.
        database.execute(
                "insert into outbox_event (id, lane, topic, record_key, event_type, subject, sequence, occurred_at, payload)"
                        + " values (gen_random_uuid(), 99, 'intake.call.v1', ?, 't', 's', 1, now(), '{}')",
                unsent);
        try {
            database.holding("update phone_call set called = called where call_id = '" + id + "'", this::forget);
            assertEquals(1, database.count(KEPT, id));
            assertEquals(1, database.count(KEPT, unsent));
        } finally {
            database.execute("delete from outbox_event where lane = 99");
        }
        forget();
        assertEquals(0, database.count(KEPT, id));
        assertEquals(0, database.count(KEPT, unsent));
    }

    @Test
    void many_are_forgotten_by_replicas_at_once_each_counted_once() {
        forget();
        int many = 2 * Retention.AT_A_TIME + 1;
        database.execute(
                "insert into phone_call (call_id, started_at, status, caller_sealed, changed_at)"
                        + " select ? || n, now(), 'ENDED', 'x', now() - interval '91 days' from generate_series(1, ?) n",
                id,
                many);
        double before = removed("call").count();

        var rounds = IntStream.range(0, 3)
                .mapToObj(replica -> retention.run().subscribeAsCompletionStage())
                .toList();
        rounds.forEach(round -> round.join());

        assertEquals(many, removed("call").count() - before);
        assertEquals(0, database.count("phone_call where caller_sealed is not null and call_id like ? || '%'", id));
    }

    @Test
    void a_round_that_fails_is_counted_keeps_nobody_out_and_is_tried_again() {
        announce(call).then().statusCode(201);
        age(id, 91);
        double before = failed();
        database.execute("alter table phone_call add constraint refuses check (forgotten_at is null or call_id <> '"
                + id + "') not valid");
        try {
            forget();
            assertEquals(1, database.count(KEPT, id));
            assertEquals(1, failed() - before);
            announced();
        } finally {
            database.execute("alter table phone_call drop constraint refuses");
        }
        forget();
        assertEquals(0, database.count(KEPT, id));
    }

    @Test
    void the_age_of_the_oldest_that_still_says_whose_it_was_is_to_be_seen() {
        announce(call).then().statusCode(201);
        age(id, 80);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> metrics.get("tanggap.retention.oldest.age").gauge().value()
                        > Duration.ofDays(79).toSeconds());
        age(id, 0);
    }

    /** A call with all that one may have. */
    private void takePlace() {
        announce(call).then().statusCode(201);
        Map<String, Object> transferred = event("TRANSFERRED", 3);
        transferred.put("transferredTo", "0291-591113");
        for (Map<String, Object> event : List.of(event("ANSWERED", 1), key, transferred, event("ENDED", 4))) {
            tell(id, event).then().statusCode(202);
        }
        report(id, report).then().statusCode(201);
        dispose(id, "NORMAL").then().statusCode(204);
        database.execute("update phone_call set assessment = '{\"version\":1}' where call_id = ?", id);
        assertEquals(
                1,
                database.count(
                        "phone_call where call_id = ? and num_nulls(caller_ref, caller_sealed, announcement, location,"
                                + " dtmf, transferred_to, disposition_by, assessment) = 0",
                        id));
        // Nothing of it waits for the broker.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.count("outbox_event where published_at is null and record_key = ?", id) == 0);
    }

    private void age(String callId, int days) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.count("outbox_event where published_at is null and record_key = ?", callId) == 0);
        database.execute(
                "update phone_call set changed_at = now() - ? * interval '1 day' where call_id = ?", days, callId);
    }

    private void forget() {
        retention.run().await().atMost(Duration.ofSeconds(30));
    }

    private Counter removed(String what) {
        return metrics.get("tanggap.retention.removed").tag("what", what).counter();
    }

    private double failed() {
        return metrics.find("tanggap.sweep.failed").tag("what", "retention-call").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
