package id.tanggap.ticket.flow;

import static id.tanggap.ticket.flow.ReportToTicketTest.hasText;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can never be done, such as a report that nobody can read, is seen and stands in nobody's way. */
@QuarkusTest
class FailingSweepTest extends OnStack {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String prefix = "broken-" + UUID.randomUUID() + "-";

    @AfterEach
    void takeThemAway() {
        database.execute("delete from pending_report where report_id like ?", prefix + "%");
    }

    @Test
    void hundreds_of_unreadable_reports_keep_no_other_one_from_its_ticket() {
        double before = failed();
        database.execute(
                """
                insert into pending_report (report_id, call_id, report, received_at, due_at)
                select ? || n, ? || n, 'no report', now() - interval '1 hour', now() - interval '1 hour'
                  from generate_series(1, 250) n
                """,
                prefix,
                prefix);
        Map<String, Object> report = Events.report("WATER");
        try (Topic pdam = Topic.ofAgency("pdam")) {
            events.report(report);

            assertEquals("OPENED", pdam.awaitOne(hasText(report)).path("change").asText());
        }

        await().atMost(PATIENCE)
                .until(() -> database.count(
                                "pending_report where report_id like ? and due_at > received_at + "
                                        + "interval '59 minutes'",
                                prefix + "%")
                        == 250);
        assertTrue(failed() - before >= 250);
        await().atMost(PATIENCE)
                .until(() ->
                        metrics.get("tanggap.reports.pending.oldest").gauge().value() >= 3600);
    }

    private double failed() {
        var counter = metrics.find("tanggap.sweep.failed").tag("what", "report").counter();
        return counter == null ? 0 : counter.count();
    }
}
