package id.tanggap.ticket.metrics;

import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.metrics.Readings;
import id.tanggap.ticket.assignment.policy.Trial;
import id.tanggap.ticket.report.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** What operations watches of tickets: how many, how soon (sum over replicas), and what still waits (the same in each: max). */
@ApplicationScoped
public class TicketMetrics {

    private static final String COUNT =
            """
            select (select count(*) from pending_report) as pending,
                   (select coalesce(extract(epoch from now() - min(received_at)), 0)::float8
                      from pending_report) as oldest,
                   (select count(*) from callback_task where closed_at is null) as callbacks
            """;

    private final MeterRegistry registry;
    private final Pool pool;
    private final Readings readings;
    private final Timer reportToTicket;
    private volatile Waiting waiting = new Waiting(0, 0, 0);

    private record Waiting(long reports, double oldest, long callbacks) {}

    TicketMetrics(MeterRegistry registry, Pool pool, Readings readings) {
        this.registry = registry;
        this.pool = pool;
        this.readings = readings;
        this.reportToTicket = Ages.histogram(
                registry,
                "tanggap.report.to.ticket",
                "From a report's acceptance to its ticket's commit",
                Ages.WORK,
                Tags.empty());
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.reports.pending", () -> waiting.reports())
                .description("Reports that wait for their assessment")
                .register(registry);
        Gauge.builder("tanggap.reports.pending.oldest", () -> waiting.oldest())
                .description("Since when the oldest of them waits; more than a few seconds is a fault")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("tanggap.callbacks.open", () -> waiting.callbacks())
                .description("Callers who are still to be rung back")
                .register(registry);
        readings.regularly("reports", this::waiting, found -> waiting = found);
    }

    /** Counts tickets after their commit, trials not. */
    public void opened(List<Receipt.OpenedTicket> tickets) {
        for (Receipt.OpenedTicket ticket : tickets) {
            if (ticket.category().equals(Trial.CATEGORY)) {
                continue;
            }
            for (String agency : ticket.agencies()) {
                Counter.builder("tanggap.tickets.opened")
                        .description("Tickets given to an agency")
                        .tag("agency", agency)
                        .tag("category", ticket.category())
                        .register(registry)
                        .increment();
            }
            reportToTicket.record(ticket.delay().isNegative() ? Duration.ZERO : ticket.delay());
        }
    }

    private Uni<Waiting> waiting() {
        return pool.withConnection(connection -> connection.query(COUNT).execute())
                .map(rows -> rows.iterator().next())
                .map(row -> new Waiting(row.getLong("pending"), row.getDouble("oldest"), row.getLong("callbacks")));
    }
}
