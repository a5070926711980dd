package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two processes of ticket-service share the clocks that are due. */
@Order(6)
class EscalationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(5);
    /** Several batches for each. */
    private static final int DUE = 800;

    private static WholeSystem system;
    private static Server replica;

    @BeforeAll
    static void start() throws IOException {
        system = WholeSystem.up();
        replica = system.replica("ticket-service");
        replica.start();
        // They would take their share of the processors for what they hear of it.
        ServerStack.sideBySide(Stream.of("intake-service", "triage-service", "notification-service")
                .<Runnable>map(other -> system.member(other)::stop)
                .toList());
    }

    @AfterAll
    static void stop() {
        replica.kill();
    }

    @Test
    void eachMissedStepIsToldOnceThoughOneOfTwoReplicasIsKilledInTheMiddle() {
        try (DueParts parts = new DueParts(system.config(), "TEST");
                EscalationsTold told = new EscalationsTold(system.config(), "TEST")) {
            parts.write(DUE);
            parts.makeDue();
            await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> parts.kept() > DUE / 10);
            replica.kill();
            assertTrue(parts.kept() < DUE, "killed in the middle");

            told.await(DUE, PATIENCE);
            told.untilQuiet(QUIET);

            assertEquals(DUE, told.parts());
            assertEquals(Set.of(), told.toldTwice());
            assertEquals(DUE, parts.kept());
        }
    }

    /**
     * Prints how long 10,000 take, with nobody on the machine but the two, the broker and the database. Run with {@code
     * ./tanggap test -- -pl system-tests -am -Dsurefire.failIfNoSpecifiedTests=false
     * "-Dtest=id.tanggap.system.EscalationTest#measure" -Dtanggap.bench=true}.
     */
    @Test
    @EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
    void measure() {
        if (!replica.alive()) {
            replica.start();
        }
        for (int round = 0; round <= 3; round++) {
            int due = round == 0 ? 1_000 : 10_000;
            String run = "BENCH" + round;
            try (DueParts parts = new DueParts(system.config(), run);
                    EscalationsTold told = new EscalationsTold(system.config(), run)) {
                parts.write(due);
                long start = System.nanoTime();
                parts.makeDue();
                long made = System.nanoTime();
                await().pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).until(() -> parts.kept() >= due);
                long kept = System.nanoTime();
                told.await(due, PATIENCE);
                long sent = System.nanoTime();
                told.untilQuiet(QUIET);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d made due in %.1f s, kept %.1f s after that, at a consumer %.1f s after that; told twice %d, sent again %d%n",
                        run,
                        due,
                        (made - start) / 1e9,
                        (kept - made) / 1e9,
                        (sent - made) / 1e9,
                        told.toldTwice().size(),
                        told.repeats());
            }
        }
    }
}
