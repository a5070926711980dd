package id.tanggap.ticket.metrics;

import id.tanggap.platform.metrics.Readings;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.clock.policy.ServiceHours;
import id.tanggap.ticket.clock.policy.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** What operations watches of clocks: what was missed, what is late now (the same in each replica: max), and whether the line is staffed. */
@ApplicationScoped
public class ClockMetrics {

    /** The index holds these alone. */
    private static final String COUNT = "select count(*) as late from assignment where missed_at is not null";

    private final MeterRegistry registry;
    private final Pool pool;
    private final Readings readings;
    private final ServiceHours hours;
    private final Now now;
    private volatile long late;

    ClockMetrics(MeterRegistry registry, Pool pool, Readings readings, ServiceHours hours, Now now) {
        this.registry = registry;
        this.pool = pool;
        this.readings = readings;
        this.hours = hours;
        this.now = now;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("tanggap.assignments.late", () -> late)
                .description("Agencies' parts of which a step is missed and not taken yet")
                .register(registry);
        Gauge.builder("tanggap.service.hours.open", () -> hours.hold(now.get()) ? 1 : 0)
                .description("1 while the line is staffed, by the configured service hours")
                .register(registry);
        readings.regularly(
                "clocks",
                () -> pool.withConnection(connection -> connection.query(COUNT).execute())
                        .map(rows -> rows.iterator().next().getLong("late")),
                found -> late = found);
    }

    /** Counts a missed step after its commit; agencies are those of the table. */
    public void escalated(Step step, String agency) {
        Counter.builder("tanggap.escalations")
                .description("Steps that agencies have missed, as they were told")
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .tag("agency", agency)
                .register(registry)
                .increment();
    }
}
