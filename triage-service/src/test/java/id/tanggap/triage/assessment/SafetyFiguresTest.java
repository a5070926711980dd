package id.tanggap.triage.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.Backlog;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Scrape;
import id.tanggap.platform.event.EventIds;
import id.tanggap.triage.policy.Band;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What triage is watched by, as Prometheus reads it: how calls ended, and whether a genuine one was taken for a hoax. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class SafetyFiguresTest {

    private static final String GENUINE = "tanggap_triage_genuine_calls_total";
    private static final String FINAL = "tanggap_triage_final_score_ratio_count";

    private final String caller = "ref-" + UUID.randomUUID();
    private final String call = Intake.newCall();
    private Intake intake;
    private Scrape before;

    @Inject
    Database database;

    @TestHTTPResource
    String address;

    @BeforeEach
    void open() {
        intake = new Intake();
        Backlog.awaitNone("triage-service");
        before = scrape();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void a_call_taken_for_a_hoax_where_something_was_found_is_counted_once() {
        intake.sendCall(call, 1, state("ENDED", "PRANK"));
        awaitGrowth(1, FINAL, "band", "likely_hoax");
        intake.sendTicket(call, 2, "OPEN", "FOUND");
        awaitGrowth(1, GENUINE, "band", "likely_hoax", "by", "field");

        // Nor does it count again when everybody agrees.
        intake.sendTicket(call, 3, "CLOSED", "FOUND");
        intake.sendCall(call, 2, state("ENDED", "NORMAL"));
        intake.sendCall(call, 3, state("ENDED", "PRANK"));
        intake.sendCall(call, 4, state("ENDED", "NORMAL"));
        awaitSequence(4);

        awaitGrowth(1, GENUINE);
        awaitGrowth(1, FINAL);
    }

    @Test
    void a_persons_word_is_held_against_what_was_said_before_it() {
        intake.sendCall(call, 1, Intake.call(call, caller, "ANSWERED", ""));
        awaitSequence(1);
        byte[] normal = state("ANSWERED", "NORMAL").getBytes(UTF_8);
        UUID id = EventIds.next();
        intake.send(intake.record(Intake.CALL, id, call, 2, "application/json", normal));
        intake.send(intake.record(Intake.CALL, id, call, 2, "application/json", normal));
        awaitGrowth(1, GENUINE, "by", "person");
        intake.sendCall(call, 3, state("ENDED", "NORMAL"));
        awaitGrowth(1, FINAL, "band", "likely_genuine");

        awaitGrowth(1, GENUINE);
        for (Band band : Band.values()) {
            double said =
                    database.count("assessment where call_id = ? and version = 1 and band = '" + band + "'", call);
            awaitGrowth(said, GENUINE, "by", "person", "band", band.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void a_trial_ends_without_a_score() {
        intake.sendCall(call, 1, state("ENDED", "TEST"));
        awaitSequence(1);
        String other = Intake.newCall();
        intake.sendCall(other, 1, Intake.call(other, caller, "ENDED", ""));
        awaitGrowth(1, FINAL);
    }

    @Test
    void our_metrics_have_descriptions_units_and_labels_of_few_values() {
        assertEquals(List.of(), scrape().faults());
        // It is there before anything has happened: a rate sees the first one.
        assertTrue(before.has(GENUINE, "band", "likely_hoax", "by", "field"));
        assertTrue(before.has(FINAL, "band", "unsure"));
    }

    private String state(String status, String disposition) {
        return Intake.call(
                call,
                caller,
                status,
                "\"disposition\": \"%s\", \"dispositionAt\": \"2025-05-20T02:05:00Z\"".formatted(disposition));
    }

    private void awaitSequence(long version) {
        await().atMost(Published.PATIENCE)
                .until(() -> database.count(
                                "inbox_cursor where subject = ? and topic = 'intake.call.v1' and sequence = " + version,
                                call)
                        == 1);
    }

    private void awaitGrowth(double by, String name, String... labels) {
        await().atMost(Published.PATIENCE)
                .untilAsserted(() -> assertEquals(
                        by, scrape().sum(name, labels) - before.sum(name, labels), name + " " + List.of(labels)));
    }

    private Scrape scrape() {
        return Scrape.of(address.replaceAll("/$", ""));
    }
}
