package id.tanggap.ticket.clock;

import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how long 10,000 due assignments take to be escalated by two sweeps at once, as two replicas run them: to the commit
 * of the last, and until the last is at a consumer of the topic. Run with {@code mvn test -pl ticket-service -am
 * -Dtest=EscalationBench -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true}. It prints and judges nothing.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class EscalationBench extends OnStack {

    private static final int REPLICAS = 2;
    private static final int DUE = 10_000;
    private static final int WARM_UP = 1_000;
    private static final int ROUNDS = 2;

    @Inject
    OwnContexts contexts;

    @Inject
    ClockSweep sweep;

    @Inject
    Database database;

    @Test
    void measure() {
        escalate("HANGAT", WARM_UP);
        for (int round = 1; round <= ROUNDS; round++) {
            escalate("PUTARAN" + round, DUE);
        }
    }

    private void escalate(String prefix, int count) {
        new ManyTickets(database, prefix).add(count, count, Instant.now());
        database.execute(
                "update ticket set accept_seconds = 3600, enroute_seconds = 36000, emergency = true where number like ?",
                prefix + "-%");
        database.execute("analyze");
        try (Topic topic = new Topic("ticket.escalation.v1", "admin")) {
            long start = System.nanoTime();
            // Long due, and all at once.
            database.execute(
                    "update assignment set clock_from = now() - interval '2 minutes' - interval '1 hour', check_at = now()"
                            + " where ticket_id in (select id from ticket where number like ?)",
                    prefix + "-%");
            long due = System.nanoTime();
            sweepAtOnce();
            long committed = System.nanoTime();
            long rows = rows(prefix);
            var told = topic.await(count, node -> node.path("number").asText().startsWith(prefix + "-"));
            long sent = System.nanoTime();
            long distinct = told.stream()
                    .map(record ->
                            Events.json(record.value()).path("assignmentId").asText())
                    .distinct()
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d made due in %.2f s, escalated in %.2f s (%d kept), at the consumer after %.2f s, %d of them distinct%n",
                    prefix,
                    count,
                    (due - start) / 1e9,
                    (committed - due) / 1e9,
                    rows,
                    (sent - due) / 1e9,
                    distinct);
        }
    }

    /** Each from a thread of its own, and so on an event loop of its own: a replica has one. */
    private void sweepAtOnce() {
        Supplier<Uni<Void>> round = sweep::run;
        Stream.generate(() -> CompletableFuture.runAsync(
                        () -> contexts.atOnce(List.of(round)), task -> new Thread(task).start()))
                .limit(REPLICAS)
                .toList()
                .forEach(CompletableFuture::join);
    }

    private long rows(String prefix) {
        return database.count("escalation e join ticket t on t.id = e.ticket_id where t.number like ?", prefix + "-%");
    }
}
