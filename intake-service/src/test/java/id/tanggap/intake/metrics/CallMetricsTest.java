package id.tanggap.intake.metrics;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.dispose;
import static id.tanggap.intake.support.Api.event;
import static id.tanggap.intake.support.Api.newCall;
import static id.tanggap.intake.support.Api.now;
import static id.tanggap.intake.support.Api.report;
import static id.tanggap.intake.support.Api.tell;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Api;
import id.tanggap.intake.support.OnStack;
import id.tanggap.local.test.Scrape;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of calls, as Prometheus reads it: each thing once, however often and in whatever order it is told. */
@QuarkusTest
class CallMetricsTest extends OnStack {

    private static final String ANSWER = "tanggap_call_answer_seconds";
    private static final String PROCESSING = "tanggap_report_processing_seconds";
    private static final String IMPLAUSIBLE = "tanggap_call_times_implausible_total";
    private static final String ANNOUNCED = "tanggap_calls_announced_total";
    private static final String ENDED = "tanggap_calls_ended_total";
    private static final String GIVEN = "tanggap_call_dispositions_total";
    private static final String WITHDRAWN = "tanggap_call_dispositions_withdrawn_total";

    @TestHTTPResource
    String address;

    private Scrape before;
    private final String id = newCall();
    private final Instant start = now().minusSeconds(600);

    @BeforeEach
    void look() {
        before = scrape();
    }

    @Test
    void an_answer_is_timed_once_by_the_calls_own_times() {
        announceFrom(start);
        Map<String, Object> answered = at("ANSWERED", 1, start.plusSeconds(14));
        tell(id, answered).then().statusCode(202);
        tell(id, answered).then().statusCode(202);
        tell(id, at("ANSWERED", 3, start.plusSeconds(40))).then().statusCode(202);

        grown(1, ANSWER + "_count");
        grown(1, ANSWER + "_bucket", "le", "15.0");
        grown(0, ANSWER + "_bucket", "le", "10.0");
        grown(1, ANNOUNCED, "caller", "subscriber", "repeated", "false", "test", "false");
    }

    @Test
    void an_answer_that_comes_before_its_call_is_timed_when_the_call_is_known() {
        tell(id, at("ANSWERED", 1, start.plusSeconds(19))).then().statusCode(202);
        tell(id, at("ENDED", 2, start.plusSeconds(90))).then().statusCode(202);
        grown(0, ANSWER + "_count");
        grown(0, ENDED, "end", "ended");

        announceFrom(start);
        announceFrom(start);

        grown(1, ANSWER + "_count");
        grown(1, ANSWER + "_bucket", "le", "20.0");
        grown(0, ANSWER + "_bucket", "le", "15.0");
        grown(1, ENDED, "end", "ended", "test", "false");
        grown(1, ANNOUNCED, "repeated", "true");
    }

    @Test
    void an_answer_before_the_call_began_distorts_nothing() {
        announceFrom(start);
        tell(id, at("ANSWERED", 1, start.minusSeconds(1))).then().statusCode(202);

        grown(0, ANSWER + "_count");
        grown(1, IMPLAUSIBLE, "measure", "answer");
    }

    @Test
    void a_report_is_timed_from_the_answer_once() {
        announceFrom(start);
        tell(id, at("ANSWERED", 1, now().minusSeconds(50))).then().statusCode(202);
        Map<String, Object> report = Api.report();
        report(id, report).then().statusCode(201);
        report(id, report).then().statusCode(200);

        grown(1, PROCESSING + "_count", "life_threat", "true");
        grown(1, PROCESSING + "_bucket", "life_threat", "true", "le", "60.0");
        grown(0, PROCESSING + "_bucket", "life_threat", "true", "le", "45.0");
    }

    @Test
    void a_report_that_overtakes_the_answer_is_timed_when_the_answer_is_known() {
        announceFrom(start);
        Instant answered = now().minusSeconds(100);
        report(id, Api.report()).then().statusCode(201);
        grown(0, PROCESSING + "_count");

        tell(id, at("ANSWERED", 1, answered)).then().statusCode(202);
        tell(id, at("DTMF", 2, answered)).then().statusCode(202);

        grown(1, PROCESSING + "_count");
        grown(1, PROCESSING + "_bucket", "le", "120.0");
        grown(0, PROCESSING + "_bucket", "le", "90.0");
    }

    @Test
    void an_answer_that_the_start_rules_out_times_nothing_and_is_counted_as_a_wrong_time() {
        tell(id, at("ANSWERED", 1, start.minusSeconds(900))).then().statusCode(202);
        report(id, Api.report()).then().statusCode(201);
        announceFrom(start);
        grown(0, PROCESSING + "_count");
        grown(1, IMPLAUSIBLE, "measure", "event");

        tell(id, at("ANSWERED", 2, now().minusSeconds(50))).then().statusCode(202);
        announceFrom(start);

        grown(1, PROCESSING + "_count");
        grown(1, IMPLAUSIBLE);
    }

    @Test
    void a_report_before_its_call_is_timed_when_the_call_is_known() {
        tell(id, at("ANSWERED", 1, now().minusSeconds(200))).then().statusCode(202);
        report(id, Api.report()).then().statusCode(201);
        grown(0, PROCESSING + "_count");

        announceFrom(start);

        grown(1, PROCESSING + "_bucket", "le", "300.0");
        grown(0, PROCESSING + "_bucket", "le", "180.0");
    }

    @Test
    void a_caller_who_gives_up_is_counted_once() {
        announceFrom(start);
        Map<String, Object> abandoned = at("ABANDONED", 1, start.plusSeconds(30));
        tell(id, abandoned).then().statusCode(202);
        tell(id, abandoned).then().statusCode(202);
        tell(id, at("ENDED", 2, start.plusSeconds(31))).then().statusCode(202);

        grown(1, ENDED, "end", "abandoned");
        grown(0, ENDED, "end", "ended");
        grown(0, ANSWER + "_count");
    }

    @Test
    void a_correction_moves_a_call_from_one_disposition_to_the_other() {
        announceFrom(start);
        for (String word : List.of("GHOST", "GHOST", "NORMAL")) {
            dispose(id, word).then().statusCode(204);
        }

        grown(1, GIVEN, "disposition", "ghost", "correction", "false");
        grown(1, GIVEN, "disposition", "normal", "correction", "true");
        grown(2, GIVEN);
        grown(1, WITHDRAWN, "disposition", "ghost");
        grown(1, WITHDRAWN);
    }

    @Test
    void a_trial_that_is_known_as_one_is_in_no_figure() {
        dispose(id, "TEST").then().statusCode(204);
        announceFrom(start);
        tell(id, at("ANSWERED", 1, start.plusSeconds(5))).then().statusCode(202);
        report(id, Api.report()).then().statusCode(201);
        tell(id, at("ENDED", 2, start.plusSeconds(9))).then().statusCode(202);

        grown(1, ANNOUNCED, "test", "true");
        grown(0, ANNOUNCED, "test", "false");
        grown(1, ENDED, "test", "true");
        grown(0, ANSWER + "_count");
        grown(0, PROCESSING + "_count");
    }

    @Test
    void a_request_that_is_refused_counts_nothing() {
        announceFrom(start);
        tell(id, at("DTMF", 1, start)).then().statusCode(202);
        tell(id, at("ANSWERED", 1, start.plusSeconds(5))).then().statusCode(409);

        grown(0, ANSWER + "_count");
        grown(0, IMPLAUSIBLE);
    }

    @Test
    void our_metrics_have_descriptions_units_and_labels_of_few_values() {
        assertEquals(List.of(), scrape().faults());
        // They are there before anything has happened: a rate sees the first one.
        assertEquals(
                List.of(),
                List.of("normal", "ghost", "prank", "information", "test").stream()
                        .filter(word -> !before.has(GIVEN, "disposition", word, "correction", "true"))
                        .toList());
    }

    private void announceFrom(Instant startedAt) {
        Map<String, Object> call = call(id);
        call.put("from", "081234567890");
        call.put("startedAt", startedAt.toString());
        assertEquals(2, announce(call).statusCode() / 100);
    }

    private static Map<String, Object> at(String type, int seq, Instant at) {
        Map<String, Object> event = event(type, seq);
        event.put("at", at.toString());
        return event;
    }

    private void grown(double by, String name, String... labels) {
        assertEquals(by, scrape().sum(name, labels) - before.sum(name, labels), name + " " + List.of(labels));
    }

    private Scrape scrape() {
        return Scrape.of(address.replaceAll("/$", ""));
    }
}
