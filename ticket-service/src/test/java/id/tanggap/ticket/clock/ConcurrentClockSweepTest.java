package id.tanggap.ticket.clock;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.report.Report;
import id.tanggap.ticket.report.Reports;
import id.tanggap.ticket.support.Clocks;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import id.tanggap.ticket.support.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replicas whose sweeps find the same clocks due, beside the service's own: none is told twice and none is lost. */
@QuarkusTest
class ConcurrentClockSweepTest extends OnStack {

    /** More than a batch. */
    private static final int TICKETS = 120;

    /** Each waits for the others' number of the day, no longer than a lock may take, and other modules are tested meanwhile. */
    private static final int AT_ONCE = 2;

    @Inject
    OwnContexts contexts;

    @Inject
    Transactions transactions;

    @Inject
    Reports reports;

    @Inject
    ClockSweep sweep;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String run = UUID.randomUUID() + "-";

    @Test
    void tell_each_missed_step_once() {
        String category = Clocks.slowCategory();
        double uncounted = uncountedAtRest();
        double failed = failed();
        for (int first = 0; first < TICKETS; first += AT_ONCE) {
            contexts.atOnce(IntStream.range(first, first + AT_ONCE)
                    .mapToObj(number -> receive(number, category))
                    .toList());
        }

        database.execute(
                "update assignment set clock_from = clock_from - interval '61 minutes', check_at = now()"
                        + " where ticket_id in (select id from ticket where report_id like ?)",
                run + "%");
        contexts.atOnce(Collections.<Supplier<Uni<Void>>>nCopies(3, sweep::run));

        await().atMost(Duration.ofSeconds(30)).until(() -> rows() >= 2 * TICKETS);
        assertEquals(2 * TICKETS, rows());
        try (Topic topic = new Topic("ticket.escalation.v1", "admin")) {
            List<JsonNode> told =
                    topic
                            .await(
                                    2 * TICKETS,
                                    node -> node.path("category").asText().equals(category))
                            .stream()
                            .map(record -> Events.json(record.value()))
                            .toList();
            assertEquals(
                    2 * TICKETS,
                    told.stream()
                            .map(node -> node.path("assignmentId").asText()
                                    + node.path("step").asText())
                            .distinct()
                            .count());
        }
        // One change for both agencies of each ticket, and its version says so.
        assertEquals(TICKETS, database.count("ticket where report_id like ? and version = 2", run + "%"));
        assertEquals(
                TICKETS,
                database.count(
                        "ticket_history h join ticket t on t.id = h.ticket_id where t.report_id like ? and h.change = 'ASSIGNMENT'",
                        run + "%"));
        assertEquals(
                2 * TICKETS,
                database.count(
                        "outbox_event e join ticket t on e.record_key = t.id::text"
                                + " where e.topic = 'ticket.escalation.v1' and t.report_id like ?",
                        run + "%"));
        // Tickets of other tests may be late meanwhile: as many are counted as were kept.
        await().atMost(Duration.ofSeconds(30)).until(() -> uncounted() == uncounted);
        assertEquals(0, failed() - failed);
    }

    private long rows() {
        return database.count("escalation e join ticket t on t.id = e.ticket_id where t.report_id like ?", run + "%");
    }

    private Supplier<Uni<Object>> receive(int number, String category) {
        String id = run + number;
        Report report = new Report(
                id, "call-" + id, null, category, "Laporan uji", false, null, null, Instant.now(), "operator1");
        return () -> transactions.inTransaction(
                session -> reports.receive(session, report).map(receipt -> receipt));
    }

    private double uncounted() {
        return database.count("escalation") - count("tanggap.escalations");
    }

    /** Another test's ticket may be late just now, and is counted some moments after it is kept: not between the two. */
    private double uncountedAtRest() {
        AtomicReference<Double> last = new AtomicReference<>(uncounted());
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            double now = uncounted();
            return last.getAndSet(now) == now;
        });
        return last.get();
    }

    private double failed() {
        return metrics.find("tanggap.sweep.failed").tag("what", "clock").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double count(String name) {
        return metrics.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
