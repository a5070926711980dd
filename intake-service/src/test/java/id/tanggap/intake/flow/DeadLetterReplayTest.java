package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announced;
import static id.tanggap.intake.support.Api.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import id.tanggap.intake.support.Triage;
import id.tanggap.local.contract.Documents;
import id.tanggap.local.dlq.DeadLetterQueue;
import id.tanggap.local.dlq.QueueRules;
import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went aside because of a fault of ours takes effect once the fault is mended and the letter is put back. */
@QuarkusTest
class DeadLetterReplayTest extends OnStack {

    private static final String QUEUE = "intake.triage.assessment.v1.dlq";

    @Inject
    Database database;

    @Test
    void a_letter_that_is_put_back_is_handled_by_the_consumer_that_could_not() {
        String id = announced();
        DeadLetterQueue queue = new DeadLetterQueue(
                EmbeddedStack.config(),
                QUEUE,
                QueueRules.of(List.copyOf(Documents.onClassPath())).get(QUEUE));
        // Holds for this call alone; no fault of the database's, so the record is given up after some tries.
        database.execute("alter table phone_call add constraint fault check (call_id <> '" + id
                + "' or assessment is null) not valid");
        try (Triage triage = new Triage()) {
            triage.assess(id, 1, 0.4);
            await().atMost(Duration.ofSeconds(60)).until(() -> queue.letters().stream()
                    .anyMatch(letter -> letter.key().equals(id)));
        } finally {
            database.execute("alter table phone_call drop constraint fault");
        }

        assertEquals(1, queue.replay(letter -> letter.key().equals(id)).putBack());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get(id).then().body("assessment.version", equalTo(1)));
        assertEquals(0, queue.replay(letter -> letter.key().equals(id)).putBack());
    }
}
