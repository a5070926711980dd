package id.tanggap.ticket.flow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.report.PendingSweep;
import id.tanggap.ticket.report.Receipt;
import id.tanggap.ticket.report.Report;
import id.tanggap.ticket.report.Reports;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replicas that sweep the same rows at the same time. */
@QuarkusTest
@TestProfile(LongWait.class)
class ConcurrentSweepTest extends OnStack {

    private static final int REPORTS = 20;

    @Inject
    OwnContexts contexts;

    @Inject
    Transactions transactions;

    @Inject
    Reports reports;

    @Inject
    PendingSweep sweep;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String run = UUID.randomUUID() + "-";

    @Test
    void open_and_count_each_ticket_once_and_none_of_them_fails() {
        double opened = count("tanggap.tickets.opened");
        double failed = count("tanggap.sweep.failed");
        contexts.atOnce(IntStream.range(0, REPORTS).mapToObj(this::receive).toList())
                .forEach(receipt -> assertInstanceOf(Receipt.Waiting.class, receipt));
        database.execute("update pending_report set due_at = now() where report_id like ?", run + "%");

        contexts.atOnce(Collections.<Supplier<Uni<Void>>>nCopies(3, sweep::run));

        assertEquals(REPORTS, database.count("ticket where report_id like ?", run + "%"));
        assertEquals(0, database.count("pending_report where report_id like ?", run + "%"));
        await().atMost(Duration.ofSeconds(10)).until(() -> count("tanggap.tickets.opened") - opened >= REPORTS);
        assertEquals(REPORTS, count("tanggap.tickets.opened") - opened);
        assertEquals(0, count("tanggap.sweep.failed") - failed);
    }

    private Supplier<Uni<Receipt>> receive(int number) {
        String id = run + number;
        Report report = new Report(
                id, "call-" + id, null, "WATER", "Laporan uji", false, null, null, Instant.now(), "operator1");
        return () -> transactions.inTransaction(session -> reports.receive(session, report));
    }

    private double count(String name) {
        return metrics.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
