package id.tanggap.intake.flow;

import static id.tanggap.intake.support.Api.announce;
import static id.tanggap.intake.support.Api.call;
import static id.tanggap.intake.support.Api.newCall;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.support.Database;
import id.tanggap.intake.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A database that takes a statement and never answers it is told to the gateway like one that is away. */
@QuarkusTest
@TestProfile(HungDatabaseTest.ShortPatience.class)
class HungDatabaseTest extends OnStack {

    /** Only the service's own bound may end the wait: the server's is off. */
    public static class ShortPatience implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tanggap.transaction.timeout",
                    "2s",
                    "quarkus.datasource.reactive.additional-properties.lock_timeout",
                    "0");
        }
    }

    @Inject
    Database database;

    /** The lock is held until the answer has come: without the bound there is none, whatever the machine's speed. */
    @Test
    void is_answered_with_503_while_it_hangs_and_accepts_the_same_afterwards() {
        Map<String, Object> call = call(newCall());
        database.holding("update call_stream set position = position", () -> {
            var answer = CompletableFuture.supplyAsync(() -> announce(call));
            await().atMost(Duration.ofSeconds(60)).until(answer::isDone);
            answer.join()
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:tanggap:problem:unavailable"));
        });

        // It hung in the commit, which may have come to its end all the same: then this is a repeat.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Set.of(200, 201).contains(announce(call).statusCode()));
        assertEquals(1, database.count("outbox_event where record_key = ?", call.get("callId")));
    }
}
