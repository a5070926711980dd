package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.header;
import static id.tanggap.triage.support.Published.json;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.platform.event.EventIds;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agencies found becomes part of the caller's past and of what is learnt. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class FieldOutcomeTest {

    private final String caller = "ref-" + UUID.randomUUID();
    private final String call = Intake.newCall();
    private Intake intake;

    @Inject
    Database database;

    @BeforeEach
    void open() {
        intake = new Intake();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void a_prank_where_something_was_found_was_none() {
        intake.sendCall(call, 1, disposed("PRANK"));
        awaitLabel("PRANK");

        intake.sendTicket(call, 3, "OPEN", null, "FOUND");

        awaitLabel("GENUINE");
        assertEquals(1, confirmedOfTheNextCall(), 0.01);
    }

    @Test
    void what_was_found_may_be_known_before_the_call() {
        intake.sendTicket(call, 2, "CLOSED", "DUPLICATE");
        awaitLabel("GENUINE");

        intake.sendCall(call, 1, Intake.call(call, caller, "ENDED", ""));
        awaitRow("past_call where call_id = ? and caller_ref = ? and outcome = 'FOUND'", call, caller);

        assertEquals(1, confirmedOfTheNextCall(), 0.01);
    }

    @Test
    void nothing_is_there_when_all_have_looked() {
        intake.sendCall(call, 1, disposed("NORMAL"));
        awaitLabel("GENUINE");
        intake.sendTicket(call, 2, "OPEN", "NOTHING_THERE", null);
        intake.sendTicket(call, 3, "CLOSED", "NOTHING_THERE", null);

        awaitRow("call_label where call_id = ? and outcome = 'NOTHING_THERE' and label is null", call);
        assertEquals(1, database.count("past_call where call_id = ? and outcome = 'NOTHING_THERE'", call));
    }

    @Test
    void a_restriction_ends_when_agencies_find_what_its_caller_told_of() {
        intake.sendCall(call, 1, disposed("PRANK"));
        awaitLabel("PRANK");
        try (Published priorities = new Published("triage.restriction.v1")) {
            given().auth()
                    .oauth2(Tokens.user("supervisor1"))
                    .contentType("application/json")
                    .body(Map.of("callId", call, "hours", 1, "reason", "Sirene mainan"))
                    .post("/api/v1/restrictions")
                    .then()
                    .statusCode(201);
            priorities.await(
                    caller, record -> json(record).get("state").asText().equals("ACTIVE"));

            intake.sendTicket(call, 2, "OPEN", "FOUND");

            var ended = priorities.await(
                    caller, record -> json(record).get("state").asText().equals("ENDED"));
            assertEquals("NORMAL", json(ended).get("priority").asText());
            assertEquals("CONFIRMED", json(ended).get("endCause").asText());
        }
    }

    @Test
    void a_ticket_that_cannot_be_read_is_buried_with_its_reason_and_the_next_is_learnt() {
        intake.sendCall(call, 1, disposed("PRANK"));
        awaitLabel("PRANK");
        byte[] poison =
                "{\"callId\": \"%s\", \"status\": \"CLOSED\"}".formatted(call).getBytes(UTF_8);
        try (Published dead = new Published("triage.ticket.ticket.v1.dlq")) {
            intake.send(intake.record(Intake.TICKET, EventIds.next(), call, 1, "application/json", poison));
            intake.sendTicket(call, 1, "OPEN", "FOUND");

            var letter = dead.await(call, record -> true);
            assertTrue(header(letter, "dead-letter-reason").contains("assignments must not be null"));
            awaitLabel("GENUINE");
        }
    }

    private double confirmedOfTheNextCall() {
        String next = Intake.newCall();
        intake.sendCall(next, 1, Intake.call(next, caller, "ANSWERED", "").replace("2025-05-20T02", "2025-05-20T03"));
        awaitRow("call_evidence where call_id = ? and caller_record is not null", next);
        return database.number(
                "select cast(cast(caller_record as json) ->> 'confirmed' as float8) from call_evidence where call_id = ?",
                next);
    }

    private String disposed(String disposition) {
        return Intake.call(
                call,
                caller,
                "ENDED",
                "\"disposition\": \"%s\", \"dispositionAt\": \"2025-05-20T02:05:00Z\"".formatted(disposition));
    }

    private void awaitLabel(String label) {
        awaitRow("call_label where call_id = ? and label = ?", call, label);
    }

    private void awaitRow(String from, Object... values) {
        await(from).atMost(Published.PATIENCE).until(() -> database.count(from, values) == 1);
    }
}
